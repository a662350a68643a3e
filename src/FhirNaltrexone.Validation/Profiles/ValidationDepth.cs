namespace FhirNaltrexone.Validation.Profiles;

/// <summary>How much is looked at.</summary>
public enum ValidationDepth
{
    /// <summary>All rules of the definitions and profiles.</summary>
    Full,

    /// <summary>What every FHIR R4 server must be able to rely on: elements, cardinality, types, literals, required codes, narrative.</summary>
    Structure,
}
