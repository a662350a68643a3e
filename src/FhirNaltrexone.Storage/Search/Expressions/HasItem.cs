namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>For one and the same item there is an entry for each part (composite parameters).</summary>
/// <param name="Parts">At least two.</param>
public sealed record HasItem(IReadOnlyList<CompositePart> Parts) : SearchExpression;
