namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A quantity or an interval of quantities. One value gives several entries: one for each <see cref="QuantityUnit"/> it can be searched by.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="Low">Lower bound, in the unit of this entry; the least number when open.</param>
/// <param name="High">Upper bound; the same as <paramref name="Low"/> for a plain value, the greatest number when open.</param>
/// <param name="Kind">What <paramref name="Unit"/> is.</param>
/// <param name="System">System of a coded unit; empty otherwise.</param>
/// <param name="Unit">The code, the canonical UCUM unit, or the unit's text; case matters.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct QuantityEntry(
    int Parameter, SortableDecimal Low, SortableDecimal High, QuantityUnit Kind, string System, string Unit, short Item = 0);
