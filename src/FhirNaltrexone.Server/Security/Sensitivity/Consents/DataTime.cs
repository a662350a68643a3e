using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>A span of time in milliseconds since 1970, the end exclusive.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
internal readonly record struct DataTime(long From, long To)
{
    // Clinical times before administrative ones.
    private static readonly string[] Members =
    [
        "effectiveDateTime", "effectivePeriod", "effectiveInstant", "performedDateTime", "performedPeriod", "occurrenceDateTime", "occurrencePeriod",
        "onsetDateTime", "onsetPeriod", "whenHandedOver", "servicedDate", "servicedPeriod", "period", "start", "authoredOn", "authored", "dateTime", "date",
        "recordedDate", "created", "issued", "recorded",
    ];

    /// <summary>When what a resource tells of was; null when it says nothing that can be read.</summary>
    public static DataTime? OfResource(JsonElement resource, TimeZoneInfo zone)
    {
        foreach (var name in Members)
        {
            if (resource.TryGetProperty(name, out var value)) return value.ValueKind == JsonValueKind.Object ? OfPeriod(value, zone) : OfText(value, zone);
        }

        return null;
    }

    /// <summary>A Period, as wide as its bounds are precise; null when a bound cannot be read.</summary>
    public static DataTime? OfPeriod(JsonElement period, TimeZoneInfo zone)
    {
        if (period.ValueKind != JsonValueKind.Object) return null;
        var (from, to) = (long.MinValue, long.MaxValue);
        if (period.TryGetProperty("start", out var start))
        {
            if (OfText(start, zone) is not { } begin) return null;
            from = begin.From;
        }

        if (!period.TryGetProperty("end", out var last)) return new(from, to);
        return OfText(last, zone) is { } end ? new(from, end.To) : null;
    }

    /// <summary>A date or time.</summary>
    public static DataTime? OfText(JsonElement value, TimeZoneInfo zone)
        => value.ValueKind == JsonValueKind.String && DateSpan.TryParse(value.GetString(), zone, out var from, out var to) ? new(from, to) : null;

    /// <summary>Whether another span lies within this one.</summary>
    public Match Contains(DataTime other)
        => other.From >= From && other.To <= To ? Match.Yes : other.To <= From || other.From >= To ? Match.No : Match.Unknown;
}
