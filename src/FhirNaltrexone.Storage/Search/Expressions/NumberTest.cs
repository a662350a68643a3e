namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A number entry compares so with the span searched for, see <see cref="NumberSpan"/>.</summary>
/// <param name="Comparison">How.</param>
/// <param name="Span">The span.</param>
public sealed record NumberTest(ValueComparison Comparison, NumberSpan Span) : ValueTest;
