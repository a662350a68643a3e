using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A quantity searched for, in one unit.</summary>
/// <param name="Span">Number and interval, in that unit.</param>
/// <param name="Kind">Which entries it is compared with; null, and unit null, for any <see cref="QuantityUnit.Coded"/> one (no unit given).</param>
/// <param name="System">System of the unit; null for any.</param>
/// <param name="Unit">The unit; null for any.</param>
public readonly record struct QuantitySpan(NumberSpan Span, QuantityUnit? Kind, string? System, string? Unit);
