namespace FhirNaltrexone.Server.Subscriptions.Owners;

/// <summary>How much of a change somebody may know.</summary>
internal enum Sight
{
    /// <summary>Nothing: it is not told, and not counted.</summary>
    None,

    /// <summary>What the resource is, but not what it was: to them it looks new.</summary>
    Now,

    /// <summary>All that matters.</summary>
    Whole,
}
