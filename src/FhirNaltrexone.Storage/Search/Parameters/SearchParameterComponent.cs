namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>A part of a composite parameter.</summary>
/// <param name="Type">Kind of the part.</param>
/// <param name="Expression">FHIRPath from the element of the composite to the part.</param>
/// <param name="Key">Number in the database (<c>Type/code$0</c> …).</param>
public sealed record SearchParameterComponent(SearchParameterType Type, string Expression, int Key);
