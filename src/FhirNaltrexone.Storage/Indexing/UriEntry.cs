namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A URI.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="Value">As it stands; case matters.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct UriEntry(int Parameter, string Value, short Item = 0);
