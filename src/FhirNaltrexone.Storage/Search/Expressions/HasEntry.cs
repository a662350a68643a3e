namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>There is an index entry of one of the parameters that passes the test.</summary>
/// <param name="Parameters">Keys, at least one.</param>
/// <param name="Test">What the entry must be like; names the kind of entry.</param>
public sealed record HasEntry(IReadOnlyList<int> Parameters, ValueTest Test) : SearchExpression;
