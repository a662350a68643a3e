namespace FhirNaltrexone.Server.Fhir;

/// <summary>Where an operation can be called (FHIR R4, OperationDefinition).</summary>
[Flags]
internal enum OperationLevels
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary><c>[base]/$name</c>.</summary>
    System = 1,

    /// <summary><c>[base]/Type/$name</c>.</summary>
    Type = 2,

    /// <summary><c>[base]/Type/id/$name</c>.</summary>
    Instance = 4,
}
