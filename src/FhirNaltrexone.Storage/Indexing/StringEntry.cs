namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A string.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="Folded">The text folded by <see cref="TextFolding"/>.</param>
/// <param name="Exact">The text as it stands.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct StringEntry(int Parameter, string Folded, string Exact, short Item = 0);
