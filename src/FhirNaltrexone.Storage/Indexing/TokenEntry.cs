namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A code.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="Code">The code in lower case (invariant): tokens are compared without regard to case.</param>
/// <param name="System">Its system; empty when there is none.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct TokenEntry(int Parameter, string Code, string System, short Item = 0);
