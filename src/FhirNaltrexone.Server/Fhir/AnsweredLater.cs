namespace FhirNaltrexone.Server.Fhir;

/// <summary>Marks, as a feature of its context, a request that was taken in before and is answered now: whoever looks at the network has looked at it.</summary>
internal sealed record AnsweredLater
{
    /// <summary>The mark.</summary>
    public static AnsweredLater Mark { get; } = new();
}
