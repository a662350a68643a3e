namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>How a search comes by its candidates.</summary>
internal enum Access
{
    /// <summary>All resources of the type, in order; every condition is a probe.</summary>
    Walk,

    /// <summary>A list of what one condition matches, then sorted.</summary>
    List,

    /// <summary>The entries of one condition, which its index gives in order.</summary>
    Ordered,

    /// <summary>The entries of the date parameter that results are sorted by, in that order; then the resources that have no such date.</summary>
    Dates,
}
