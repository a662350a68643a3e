namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>The part does not hold.</summary>
/// <param name="Part">A condition.</param>
public sealed record Not(SearchExpression Part) : SearchExpression;
