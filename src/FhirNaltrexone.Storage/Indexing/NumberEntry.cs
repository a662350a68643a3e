namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A number or a closed interval of numbers.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound; the same as <paramref name="Low"/> for a plain number.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct NumberEntry(int Parameter, SortableDecimal Low, SortableDecimal High, short Item = 0);
