namespace FhirNaltrexone.Cql;

/// <summary>A value bound to a parameter of a library.</summary>
/// <param name="Library">Name of the library.</param>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Value">A CLR or CQL value, a <see cref="System.Text.Json.JsonElement"/> (a FHIR resource), a list of those, or null.</param>
public readonly record struct CqlParameterValue(string Library, string Name, object? Value);
