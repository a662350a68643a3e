namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>All parts hold; true without parts.</summary>
/// <param name="Parts">Conditions.</param>
public sealed record AllOf(IReadOnlyList<SearchExpression> Parts) : SearchExpression;
