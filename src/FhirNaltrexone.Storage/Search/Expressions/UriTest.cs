namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A URI entry matches one of these.</summary>
/// <param name="Match">How.</param>
/// <param name="Values">Alternatives.</param>
public sealed record UriTest(UriMatch Match, IReadOnlyList<string> Values) : ValueTest;
