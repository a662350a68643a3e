namespace FhirNaltrexone.Server;

/// <summary>The time zone of the site: hooks and plans must mean the same day by today.</summary>
/// <param name="Zone">The zone.</param>
internal sealed record SiteZone(TimeZoneInfo Zone)
{
    /// <summary>Name of the zone when the site names none.</summary>
    public const string Default = "America/New_York";
}
