namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A token entry is one of these.</summary>
/// <param name="Values">Alternatives; none never holds.</param>
public sealed record TokenTest(IReadOnlyList<TokenValue> Values) : ValueTest;
