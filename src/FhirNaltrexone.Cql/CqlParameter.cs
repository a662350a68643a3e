namespace FhirNaltrexone.Cql;

/// <summary>A parameter a library declares.</summary>
/// <param name="Library">Name of the library.</param>
/// <param name="Name">Name of the parameter.</param>
/// <param name="TypeName">Type as CQL text, for example <c>System.Quantity</c>.</param>
/// <param name="HasDefault">True when the library gives a default, so that binding is optional.</param>
public sealed record CqlParameter(string Library, string Name, string TypeName, bool HasDefault);
