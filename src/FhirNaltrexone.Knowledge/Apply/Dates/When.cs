using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Apply.Dates;

/// <summary>When an action is due: at a moment, within a period, or by a schedule.</summary>
/// <param name="Start">First moment; null when it is open.</param>
/// <param name="End">Last moment; null when it is open, or for a single moment.</param>
/// <param name="IsPeriod">Whether it is a period.</param>
internal sealed record When(Moment? Start, Moment? End, bool IsPeriod)
{
    /// <summary>The schedule as FHIR Timing with dates; null when it is none.</summary>
    public JsonObject? Timing { get; init; }

    /// <summary>A single moment.</summary>
    public static When At(Moment moment) => new(moment, null, false);

    /// <summary>A period.</summary>
    public static When Between(Moment? start, Moment? end) => new(start, end, true);

    /// <summary>The element timing[x] of an action, or occurrence[x] of a request: name and value.</summary>
    /// <param name="element">Name without type.</param>
    public (string Name, JsonNode Value) Write(string element)
    {
        if (Timing is not null) return ($"{element}Timing", Timing.DeepClone());
        return IsPeriod ? ($"{element}Period", Period()) : ($"{element}DateTime", JsonValue.Create(Start.ToString())!);
    }

    /// <summary>It as Period.</summary>
    public JsonObject Period()
    {
        var period = new JsonObject();
        if (Start is { } start) period["start"] = start.ToString();
        if ((IsPeriod ? End : Start) is { } end) period["end"] = end.ToString();
        return period;
    }
}
