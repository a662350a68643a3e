namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A quantity entry compares so with one of the spans. A value that has several units to be found by is given as several spans.</summary>
/// <param name="Comparison">How.</param>
/// <param name="Spans">Alternatives.</param>
public sealed record QuantityTest(ValueComparison Comparison, IReadOnlyList<QuantitySpan> Spans) : ValueTest;
