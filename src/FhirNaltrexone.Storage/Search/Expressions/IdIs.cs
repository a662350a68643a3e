namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>The logical id is one of these; case matters.</summary>
/// <param name="Ids">Ids.</param>
public sealed record IdIs(IReadOnlyList<string> Ids) : SearchExpression;
