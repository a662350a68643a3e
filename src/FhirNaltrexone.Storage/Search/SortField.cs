namespace FhirNaltrexone.Storage.Search;

/// <summary>What a sort key reads.</summary>
public enum SortField
{
    /// <summary>Index entries of a parameter.</summary>
    Entry,

    /// <summary><c>_id</c>.</summary>
    Id,

    /// <summary><c>_lastUpdated</c>.</summary>
    LastUpdated,
}
