namespace FhirNaltrexone.Server.Conformance.Reports;

/// <summary>What came of an action (FHIR R4, report-action-result-codes).</summary>
internal enum ActionOutcome
{
    /// <summary>It succeeded.</summary>
    Pass,

    /// <summary>It was not tried, because something before it had failed.</summary>
    Skip,

    /// <summary>The claim does not hold.</summary>
    Fail,

    /// <summary>The claim does not hold, and that is only warned of.</summary>
    Warning,

    /// <summary>It could not be carried out.</summary>
    Error,
}
