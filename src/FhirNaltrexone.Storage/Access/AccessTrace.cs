namespace FhirNaltrexone.Storage.Access;

/// <summary>Holds who was let in for a request, for whoever records it: what is entered further in is not seen from outside otherwise.</summary>
public sealed class AccessTrace
{
    /// <summary>The request as the caller made it; null as long as nobody was let in.</summary>
    public AccessContext? Context { get; private set; }

    internal void Enter(AccessContext context)
    {
        if (Context is null && context.Caller != Caller.Service) Context = context;
    }
}
