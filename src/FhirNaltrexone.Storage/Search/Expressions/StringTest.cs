namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A string entry matches one of these.</summary>
/// <param name="Match">How.</param>
/// <param name="Values">Texts in the form of entries.</param>
public sealed record StringTest(StringMatch Match, IReadOnlyList<StringValue> Values) : ValueTest;
