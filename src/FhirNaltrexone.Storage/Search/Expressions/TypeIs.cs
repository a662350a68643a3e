namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>The resource type is one of these.</summary>
/// <param name="Types">Resource types.</param>
public sealed record TypeIs(IReadOnlyList<string> Types) : SearchExpression;
