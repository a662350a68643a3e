using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>Reads <c>_summary</c> and <c>_elements</c> of requests other than searches.</summary>
internal static class SubsetReader
{
    /// <summary>Reads what part of resources is wanted.</summary>
    /// <param name="query">Parameters of the URL.</param>
    /// <param name="subset">The part.</param>
    /// <param name="refusal">Why it cannot be given.</param>
    public static bool TryRead(
        IReadOnlyList<KeyValuePair<string, string>> query,
        [NotNullWhen(true)] out ResourceSubset? subset,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var elements = query.Where(pair => pair.Key == "_elements")
            .SelectMany(pair => pair.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        var summary = query.LastOrDefault(pair => pair.Key == "_summary").Value;
        refusal = null;
        subset = Mode(summary) is { } mode ? new ResourceSubset(mode, elements) : null;
        if (subset is not null) return true;
        refusal = new(StatusCodes.Status400BadRequest, IssueCodes.Value, "_summary must be true, text, data or false here.");
        return false;
    }

    private static SummaryMode? Mode(string? summary) => summary switch
    {
        null or "" or "false" => SummaryMode.False,
        "true" => SummaryMode.True,
        "text" => SummaryMode.Text,
        "data" => SummaryMode.Data,
        _ => null,
    };
}
