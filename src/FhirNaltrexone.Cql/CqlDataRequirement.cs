namespace FhirNaltrexone.Cql;

/// <summary>One retrieve that an expression may reach: which resources, narrowed by which codes.</summary>
/// <param name="ResourceType">FHIR resource type.</param>
/// <param name="CodePath">Element the codes apply to; null when all resources of the type are read.</param>
/// <param name="ValueSets">Canonical URLs of the value sets that narrow it.</param>
/// <param name="Codes">Codes that narrow it directly.</param>
public sealed record CqlDataRequirement(
    string ResourceType, string? CodePath, IReadOnlyList<string> ValueSets, IReadOnlyList<CqlCode> Codes);
