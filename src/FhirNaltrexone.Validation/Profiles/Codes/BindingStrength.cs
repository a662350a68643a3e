namespace FhirNaltrexone.Validation.Profiles.Codes;

/// <summary>How strictly codes must come from a value set (FHIR R4, 4.1.5).</summary>
internal enum BindingStrength
{
    /// <summary>They must.</summary>
    Required,

    /// <summary>They must when one of them fits.</summary>
    Extensible,

    /// <summary>Whatever else is said, they must: the maximum value set of an extensible or preferred binding.</summary>
    Maximum,
}
