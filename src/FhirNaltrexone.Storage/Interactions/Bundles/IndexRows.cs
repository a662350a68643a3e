using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Counts index rows.</summary>
internal static class IndexRows
{
    /// <summary>How many rows the entries of a resource make.</summary>
    /// <param name="index">The entries.</param>
    public static int RowCount(this IndexEntries index)
        => index.Tokens.Count + index.Strings.Count + index.References.Count + index.Dates.Count + index.Numbers.Count + index.Quantities.Count
            + index.Uris.Count + index.Words.Count + index.Positions.Count;
}
