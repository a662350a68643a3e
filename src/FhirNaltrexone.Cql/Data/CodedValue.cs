namespace FhirNaltrexone.Cql.Data;

/// <summary>One code as the JSON states it.</summary>
/// <param name="Code">The code.</param>
/// <param name="System">The system; null when none is stated.</param>
/// <param name="IsBare">True for a FHIR <c>code</c>, which names no system and so means any.</param>
internal readonly record struct CodedValue(string Code, string? System, bool IsBare);
