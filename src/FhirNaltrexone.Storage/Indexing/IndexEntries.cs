namespace FhirNaltrexone.Storage.Indexing;

/// <summary>
/// All that searches find one resource by. <c>Parameter</c> is a key made by <see cref="Search.Parameters.ParameterKey"/>. <c>Item</c> is 0,
/// but numbers the element (from 1) for the parts of a composite parameter: parts match together only when their items are equal.
/// Entries of one list are distinct. No text holds U+0000.
/// </summary>
public sealed record IndexEntries
{
    /// <summary>No entries.</summary>
    public static IndexEntries Empty { get; } = new();

    /// <summary>Codes.</summary>
    public IReadOnlyList<TokenEntry> Tokens { get; init; } = [];

    /// <summary>Strings.</summary>
    public IReadOnlyList<StringEntry> Strings { get; init; } = [];

    /// <summary>References.</summary>
    public IReadOnlyList<ReferenceEntry> References { get; init; } = [];

    /// <summary>Dates.</summary>
    public IReadOnlyList<DateEntry> Dates { get; init; } = [];

    /// <summary>Numbers.</summary>
    public IReadOnlyList<NumberEntry> Numbers { get; init; } = [];

    /// <summary>Quantities.</summary>
    public IReadOnlyList<QuantityEntry> Quantities { get; init; } = [];

    /// <summary>URIs and canonicals.</summary>
    public IReadOnlyList<UriEntry> Uris { get; init; } = [];

    /// <summary>Words for <c>_text</c> and <c>_content</c>.</summary>
    public IReadOnlyList<WordsEntry> Words { get; init; } = [];

    /// <summary>Positions for <c>Location.near</c>.</summary>
    public IReadOnlyList<PositionEntry> Positions { get; init; } = [];

    /// <summary>
    /// Whether the resource would have more entries than <see cref="IndexingOptions.EntryLimit"/>. What is here is then not complete: refuse the
    /// resource (422, too-long) rather than store it half findable.
    /// </summary>
    public bool IsOverLimit { get; init; }
}
