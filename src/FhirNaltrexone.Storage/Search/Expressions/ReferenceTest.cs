namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A reference entry is one of these.</summary>
/// <param name="Values">Alternatives; none never holds.</param>
public sealed record ReferenceTest(IReadOnlyList<ReferenceValue> Values) : ValueTest;
