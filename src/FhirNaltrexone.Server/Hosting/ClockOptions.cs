using System.Globalization;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>The clock of the rules. Section <c>Clock</c> of the configuration.</summary>
internal sealed class ClockOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Clock";

    /// <summary>Fixes the clock: ISO 8601 with offset, such as <c>2026-11-22T09:00:00-05:00</c>. Development only.</summary>
    public string? Now { get; set; }

    /// <summary>The instant of <see cref="Now"/>, or null when it is not set or not readable.</summary>
    internal DateTimeOffset? Instant
        => HasOffset(Now) && DateTimeOffset.TryParse(Now, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;

    private static bool HasOffset(string? text)
    {
        var time = text?.IndexOf('T', StringComparison.Ordinal) ?? -1;
        return time > 0 && (text!.EndsWith('Z') || text.AsSpan(time).ContainsAny('+', '-'));
    }
}
