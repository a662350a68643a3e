namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A span of time, as wide as the precision of what is written. Milliseconds since 1970-01-01T00:00:00Z.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="From">Inclusive start; <see cref="long.MinValue"/> when open.</param>
/// <param name="To">Exclusive end; <see cref="long.MaxValue"/> when open.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct DateEntry(int Parameter, long From, long To, short Item = 0);
