using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>What a client wants of a patient's record (FHIR R4, Patient/$everything).</summary>
internal sealed record EverythingQuery
{
    /// <summary>Most matches of a page, and how many without <c>_count</c>.</summary>
    public const int MaxCount = 1_000;

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
    public static Reading<EverythingQuery> Read(OperationCall call)
    {
        var given = OperationParameters.Read(call);
        if (given.Value is not { } parameters) return given.Refusal!;
        var query = new EverythingQuery { Parameters = parameters };
        foreach (var (name, value) in parameters)
        {
            var next = name switch
            {
                "start" => DateSpan.TryParse(value, out var start, out _) ? query with { Start = start } : null,
                "end" => DateSpan.TryParse(value, out _, out var end) ? query with { End = end } : null,
                "_since" => DateSpan.TryParse(value, out var since, out _) ? query with { Since = since } : null,
                "_type" => query.WithTypes(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
                "_count" => int.TryParse(value, out var count) && count > 0 ? query with { Count = Math.Min(count, MaxCount) } : null,
                "_after" => long.TryParse(value, out var after) ? query with { After = after } : null,
                _ => null,
            };
            if (next is null) return Refuse(name);
            query = next;
        }

        return query;
    }

    private static Refusal Refuse(string name) => name switch
    {
        "start" or "end" or "_since" or "_type" or "_count" or "_after" => new(400, IssueCodes.Value, $"The value of {name} cannot be used.", name),
        _ => new(400, IssueCodes.NotSupported, "Known parameters are start, end, _since, _type and _count."),
    };

    private EverythingQuery? WithTypes(string[] types)
        => Array.TrueForAll(types, ResourceTypes.Contains) ? this with { Types = [.. Types, .. types] } : null;
}
