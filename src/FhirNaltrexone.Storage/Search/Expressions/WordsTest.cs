namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A words entry holds all words of one of the alternatives.</summary>
/// <param name="Alternatives">Folded words.</param>
public sealed record WordsTest(IReadOnlyList<IReadOnlyList<string>> Alternatives) : ValueTest;
