namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>At least one part holds; false without parts.</summary>
/// <param name="Parts">Conditions.</param>
public sealed record AnyOf(IReadOnlyList<SearchExpression> Parts) : SearchExpression;
