using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>What a client wants of a patient's record (FHIR R4, Patient/$everything).</summary>
internal sealed record EverythingQuery
{
    /// <summary>Most matches of a page, and how many without <c>_count</c>.</summary>
    public const int MaxCount = 1_000;

    // "_after" is of our own page links.
    private static readonly string[] Known = ["start", "end", "_since", "_type", "_count", "_after"];

    /// <summary>All of it as the client gave it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Only care at or after this instant.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Only care before this instant.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Only what was updated at or after this instant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only these types; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Matches of a page.</summary>
    public int Count { get; init; } = MaxCount;

    /// <summary>Number of the last resource of the page before.</summary>
    public long? After { get; init; }

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="zone">Zone of dates that name none.</param>
    public static Result<EverythingQuery> Read(OperationCall call, TimeZoneInfo zone)
    {
        var input = new CallInput(call, Known);
        var query = new EverythingQuery
        {
            Parameters = input.Pairs(),
            Start = Time(input, "start", zone).Start,
            End = Time(input, "end", zone).End,
            Since = Time(input, "_since", zone).Start,
            Types = ReadTypes(input),
            Count = (int)Math.Min(input.Number("_count") ?? MaxCount, MaxCount),
            After = input.Number("_after"),
        };
        if (query.Count == 0) input.Fail("_count", "_count must be above 0.");
        return input.Refusal is { } refusal ? refusal : query;
    }

    private static (DateTimeOffset? Start, DateTimeOffset? End) Time(CallInput input, string name, TimeZoneInfo zone)
    {
        if (input.Text(name) is not { } text) return default;
        if (DateSpan.TryReadParameter(text, zone, out var start, out var end)) return (start, end);
        input.Fail(name, $"{name} must be a date or an instant.");
        return default;
    }

    private static string[] ReadTypes(CallInput input)
    {
        string[] types = [.. input.Names("_type")];
        if (!Array.TrueForAll(types, ResourceTypes.Contains)) input.Fail("_type", "_type must name resource types, with commas between.");
        return types;
    }
}
