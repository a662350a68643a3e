using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>A decimal value with a UCUM unit or a calendar duration keyword; no unit means the unit '1'.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">UCUM code or calendar keyword such as <c>days</c>; null is '1'.</param>
public sealed record CqlQuantity(decimal Value, string? Unit)
{
    /// <summary>CQL text, for example <c>125 'cm'</c>.</summary>
    public override string ToString() => $"{Conversions.Number(Value)} '{Unit ?? "1"}'";
}
