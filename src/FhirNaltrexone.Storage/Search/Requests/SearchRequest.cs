using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>A search as a client asked for it, read and found possible. Immutable.</summary>
public sealed record SearchRequest
{
    /// <summary>Type searched; null for a search over types.</summary>
    public string? Type { get; init; }

    /// <summary>Compartment; null for none.</summary>
    public CompartmentScope? Compartment { get; init; }

    /// <summary>What the store is asked.</summary>
    public required SearchQuery Query { get; init; }

    /// <summary>What is delivered along with the matches.</summary>
    public IReadOnlyList<SearchInclude> Includes { get; init; } = [];

    /// <summary>How much of each resource is wanted.</summary>
    public SummaryMode Summary { get; init; }

    /// <summary>Only these elements (<c>_elements</c>); empty for all.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>The parameters really used, in their order: what the self link says.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>What was ignored, and why.</summary>
    public IReadOnlyList<Issue> Warnings { get; init; } = [];

    /// <summary>Ids without type that the store must find unambiguous.</summary>
    public IReadOnlyList<AmbiguousReference> Ambiguities { get; init; } = [];

    /// <summary>The instant the request was read at; later pages keep it.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary><see cref="Parameters"/> as the query part of a URL, percent-encoded, without question mark.</summary>
    public string QueryText => Requests.QueryText.Write(Parameters);
}
