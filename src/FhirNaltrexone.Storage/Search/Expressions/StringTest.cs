namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A string entry matches one of these.</summary>
/// <param name="Match">How.</param>
/// <param name="Values">Folded, or as written for <see cref="StringMatch.Exact"/>.</param>
public sealed record StringTest(StringMatch Match, IReadOnlyList<string> Values) : ValueTest;
