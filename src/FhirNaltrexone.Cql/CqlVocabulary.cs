namespace FhirNaltrexone.Cql;

/// <summary>A reference to a value set or code system, <c>System.Vocabulary</c> of CQL.</summary>
/// <param name="Kind">The CQL type name, <c>ValueSet</c> or <c>CodeSystem</c>.</param>
/// <param name="Id">Canonical URL.</param>
/// <param name="Version">Version asked for; null for any.</param>
/// <param name="Name">The name the library gives it; null when it has none.</param>
public sealed record CqlVocabulary(string Kind, string? Id, string? Version = null, string? Name = null);
