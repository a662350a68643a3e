namespace FhirNaltrexone.Validation.Profiles;

/// <summary>What the resource is to be valid for (FHIR R4, resource-validation-mode).</summary>
public enum ValidationMode
{
    /// <summary>Nothing in particular.</summary>
    Any,

    /// <summary>To be created.</summary>
    Create,

    /// <summary>To be updated: it needs an id.</summary>
    Update,

    /// <summary>To be deleted: its content does not matter.</summary>
    Delete,
}
