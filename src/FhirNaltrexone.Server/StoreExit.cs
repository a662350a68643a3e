namespace FhirNaltrexone.Server;

/// <summary>The exit code that all verbs which work on the database have in common. It is none of their verdicts.</summary>
internal static class StoreExit
{
    /// <summary>The database or a setting cannot be used; what was acknowledged is stored.</summary>
    public const int Failed = 3;
}
