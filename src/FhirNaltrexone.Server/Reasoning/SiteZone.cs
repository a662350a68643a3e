using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning;

/// <summary>The site's time zone: hooks and plans must mean the same day by today.</summary>
internal sealed class SiteZone(IConfiguration configuration, IOptions<ReasoningOptions> options)
{
    private const string Default = "America/New_York";

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(
        options.Value.TimeZone is { Length: > 0 } own ? own : configuration["CdsHooks:TimeZone"] ?? Default);
}
