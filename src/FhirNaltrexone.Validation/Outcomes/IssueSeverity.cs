namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>How bad an issue is (FHIR R4 IssueSeverity).</summary>
public enum IssueSeverity
{
    /// <summary>The action failed beyond doubt and nothing can go on.</summary>
    Fatal,

    /// <summary>The action failed, or the content is not valid.</summary>
    Error,

    /// <summary>The action succeeded, but something deserves attention.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Information,
}
