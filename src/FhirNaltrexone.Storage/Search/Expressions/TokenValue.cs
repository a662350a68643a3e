namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A token searched for (FHIR R4, token parameters).</summary>
/// <param name="Code">In lower case; null for any code of the system.</param>
/// <param name="System">Its system; empty for "no system"; null for any.</param>
public readonly record struct TokenValue(string? Code, string? System);
