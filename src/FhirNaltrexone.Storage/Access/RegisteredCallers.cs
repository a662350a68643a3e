namespace FhirNaltrexone.Storage.Access;

/// <summary>The clients registered with a service, for what is done for them without a request.</summary>
/// <param name="Find">The client by its <see cref="Ownership.CodeOf"/>, as it may act now; null when it is not registered (any more). Null stands for nobody.</param>
public sealed record RegisteredCallers(Func<string?, Caller?> Find)
{
    /// <summary>Those of an open service: all is done for everybody.</summary>
    public static RegisteredCallers Everybody { get; } = new(_ => Caller.Service);
}
