namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>JSON shape of a context field.</summary>
internal enum ContextFieldKind
{
    /// <summary>A string that is not empty.</summary>
    Text,

    /// <summary>An array of strings.</summary>
    TextList,

    /// <summary>A FHIR Bundle.</summary>
    Bundle,

    /// <summary>A FHIR resource.</summary>
    Resource,
}
