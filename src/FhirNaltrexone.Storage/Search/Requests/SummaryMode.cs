namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Values of <c>_summary</c> (FHIR R4 SummaryType).</summary>
public enum SummaryMode
{
    /// <summary>Whole resources.</summary>
    False,

    /// <summary>Elements marked as summary.</summary>
    True,

    /// <summary>The narrative, with id, meta and mandatory elements.</summary>
    Text,

    /// <summary>All but the narrative.</summary>
    Data,

    /// <summary>No resources, only their number.</summary>
    Count,
}
