namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>The last update, an instant one millisecond wide, compares so with a span of time.</summary>
/// <param name="Comparison">How.</param>
/// <param name="From">Inclusive start of the span, milliseconds since 1970.</param>
/// <param name="To">Exclusive end.</param>
public sealed record UpdatedWithin(ValueComparison Comparison, long From, long To) : SearchExpression;
