namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>What one door asks of an assertion, beyond what all do.</summary>
internal sealed record AssertionDemands
{
    /// <summary>Names of the door, one of which <c>aud</c> must hold.</summary>
    public required IReadOnlyList<string> Audiences { get; init; }

    /// <summary>Longest time for which it may be good, from its issue and from now.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Whether it must say when it was issued (CDS Hooks 2.0, Trusting CDS clients).</summary>
    public bool NeedsIssuedAt { get; init; }

    /// <summary>Whether the tenant is looked at (CDS Hooks 2.0).</summary>
    public bool NeedsTenant { get; init; }

    /// <summary>Whether <c>sub</c> must be the issuer (SMART App Launch 2.2, Backend Services).</summary>
    public bool NeedsSubject { get; init; }
}
