using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Which versions a client wants listed (FHIR R4, http, history).</summary>
public sealed record HistoryRequest
{
    // Passing over costs as much as reading.
    private const int MaxOffset = 10_000;

    /// <summary>Only this type; null for the whole system.</summary>
    public string? Type { get; init; }

    /// <summary>Only this resource; null for all of the type.</summary>
    public string? Id { get; init; }

    /// <summary><c>_since</c>.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Start of <c>_at</c>.</summary>
    public DateTimeOffset? AtFrom { get; init; }

    /// <summary>End of <c>_at</c>, exclusive.</summary>
    public DateTimeOffset? AtTo { get; init; }

    /// <summary>Versions on a page; 0 only counts.</summary>
    public required int Count { get; init; }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public HistoryPosition? After { get; init; }

    /// <summary>Versions that are passed over on the first page: some clients page so (<c>_offset</c>, not in FHIR).</summary>
    public int Offset { get; init; }

    /// <summary>Whether all versions are counted.</summary>
    public bool IsTotalWanted { get; init; }

    /// <summary>Names of parameters that a history does not know; they were left out.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Reads the parameters of a history. Those about the form of the answer (<c>_format</c> …) are passed over.</summary>
    /// <param name="type">Type in the URL, or null.</param>
    /// <param name="id">Id in the URL, or null.</param>
    /// <param name="parameters">Names and values, decoded.</param>
    /// <param name="options">Limits.</param>
    /// <param name="zone">Zone of dates that name none.</param>
    /// <param name="request">The request.</param>
    /// <param name="refusal">Why it cannot be answered.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryRead(
        string? type,
        string? id,
        IEnumerable<KeyValuePair<string, string>> parameters,
        InteractionOptions options,
        TimeZoneInfo zone,
        [NotNullWhen(true)] out HistoryRequest? request,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        request = new() { Type = type, Id = id, Count = options.HistoryPage, IsTotalWanted = id is not null };
        refusal = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            if (value.Length == 0 || KnownNames.IsOfForm(name) || name is KnownNames.Summary or KnownNames.Elements) continue;
            request = names.Add(name) ? request.With(name, value, options, zone) : null;
            if (request is not null) continue;
            refusal = new(400, IssueCodes.Value, $"The parameter {Known(name)} of a history has no valid value or stands there twice.");
            return false;
        }

        return true;
    }

    internal HistoryQuery Query() => new()
    {
        Type = Type,
        Id = Id,
        Since = Since,
        AtFrom = AtFrom,
        AtTo = AtTo,
        After = After,
        Limit = Math.Max(Count, 1),
    };

    private static string Known(string name) => name is "_since" or "_at" or "_count" or "_offset" or "_total" ? name : "named";

    private HistoryRequest? With(string name, string value, InteractionOptions options, TimeZoneInfo zone)
    {
        switch (name)
        {
            case "_since":
                return DateSpan.TryReadParameter(value, zone, out var since, out _) ? this with { Since = since } : null;
            case "_at":
                return DateSpan.TryReadParameter(value, zone, out var from, out var to) ? this with { AtFrom = from, AtTo = to } : null;
            case "_count":
                return PageCount.TryRead(value, options.MaxHistoryPage, out var count)
                    ? this with { Count = count, IsTotalWanted = IsTotalWanted || count == 0 }
                    : null;
            case "_offset":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= MaxOffset ? this with { Offset = offset } : null;
            case "_total":
                return value is "none" or "estimate" or "accurate" ? this with { IsTotalWanted = IsTotalWanted || value != "none" } : null;
            default:
                return this with { Unknown = [.. Unknown, name] };
        }
    }
}
