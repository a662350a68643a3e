namespace FhirNaltrexone.Storage.Indexing;

/// <summary>How resources are indexed. Changing a value changes what new entries look like: rebuild the index afterwards.</summary>
public sealed record IndexingOptions
{
    /// <summary>Base URLs under which this server is known; absolute references below one of them are local. A final slash does not matter.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Zone of dates and times that name none; queries must use the same.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether the words of all texts are indexed for <c>_content</c>; those of the narrative always are, for <c>_text</c>.</summary>
    public bool IndexContent { get; init; } = true;

    /// <summary>Most entries of one resource; see <see cref="IndexEntries.IsOverLimit"/>.</summary>
    public int EntryLimit { get; init; } = 10_000;
}
