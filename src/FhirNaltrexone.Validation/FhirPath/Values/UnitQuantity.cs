using System.Globalization;
using FhirNaltrexone.Validation.Units;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>An amount of a unit.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">UCUM code; for units of other systems a text that is equal for equal units.</param>
/// <param name="IsUcum">Whether <paramref name="Unit"/> is a UCUM code.</param>
/// <param name="Calendar">The unit of a calendar duration; null for every other quantity.</param>
internal sealed record UnitQuantity(decimal Value, string Unit, bool IsUcum = true, DurationUnit? Calendar = null)
{
    /// <summary>The unit of what has no unit.</summary>
    public const string One = "1";

    /// <summary>The unit of time, by calendar or UCUM; null for other units.</summary>
    public DurationUnit? Duration => Calendar ?? (IsUcum ? DurationUnits.OfCode(Unit) : null);

    /// <summary>A calendar duration.</summary>
    public static UnitQuantity Of(decimal value, DurationUnit unit) => new(value, unit.Code(), true, unit);

    /// <summary>
    /// Order of two quantities; null when they cannot be compared: other dimensions, or years and months of the calendar with those of UCUM.
    /// </summary>
    public int? CompareTo(UnitQuantity other)
    {
        if (Calendar is { } unit && other.Calendar is { } otherUnit) return Compare(unit, other, otherUnit);
        if ((Calendar ?? other.Calendar) is <= DurationUnit.Month) return null;
        return CompareUnits(other);
    }

    /// <summary>The same, but calendar units are taken for their UCUM namesakes.</summary>
    public int? CompareLoosely(UnitQuantity other) => (Calendar is null) == (other.Calendar is null) ? CompareTo(other) : CompareUnits(other);

    /// <summary>A sum in the smaller of both units; null when the dimensions differ or the number is out of range.</summary>
    public UnitQuantity? Plus(UnitQuantity other)
    {
        try
        {
            if (Unit == other.Unit && Calendar == other.Calendar) return this with { Value = Value + other.Value };
            if (!TryFactor(out var factor, out var dimension) || !other.TryFactor(out var otherFactor, out var otherDimension) || dimension != otherDimension) return null;
            var smaller = factor <= otherFactor ? this : other;
            return smaller with { Value = ((Value * factor) + (other.Value * otherFactor)) / Math.Min(factor, otherFactor) };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The same amount in another unit, a UCUM code or a keyword of the calendar; null when it cannot be told in it.</summary>
    public UnitQuantity? In(string unit)
    {
        var other = DurationUnits.OfKeyword(unit) is { } duration ? Of(1, duration) : new(1, unit);
        if (other.Unit == Unit && other.Calendar == Calendar) return this;
        if (!TryFactor(out var factor, out var dimension) || !other.TryFactor(out var otherFactor, out var otherDimension) || dimension != otherDimension) return null;
        return other with { Value = Value * factor / otherFactor };
    }

    /// <inheritdoc/>
    public override string ToString() => Calendar is { } unit
        ? string.Create(CultureInfo.InvariantCulture, $"{Value} {unit.Keyword()}{(Value == 1 ? "" : "s")}")
        : string.Create(CultureInfo.InvariantCulture, $"{Value} '{Unit}'");

    private int? Compare(DurationUnit unit, UnitQuantity other, DurationUnit otherUnit)
    {
        if (unit == otherUnit) return Value.CompareTo(other.Value);
        try
        {
            if (unit <= DurationUnit.Month && otherUnit <= DurationUnit.Month) return (Value * Months(unit)).CompareTo(other.Value * Months(otherUnit));
            return (Value * unit.Ticks()).CompareTo(other.Value * otherUnit.Ticks());
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static int Months(DurationUnit unit) => unit == DurationUnit.Year ? 12 : 1;

    private int? CompareUnits(UnitQuantity other)
    {
        if (Unit == other.Unit && IsUcum == other.IsUcum) return Value.CompareTo(other.Value);
        if (!IsUcum || !other.IsUcum) return null;
        return Ucum.TryCanonical(Value, Unit, out var value, out var unit) && Ucum.TryCanonical(other.Value, other.Unit, out var otherValue, out var otherUnit) && unit == otherUnit
            ? value.CompareTo(otherValue)
            : null;
    }

    /// <summary>Base units in one of this unit. Scales with another zero, such as degrees, have none.</summary>
    private bool TryFactor(out decimal factor, out string dimension)
    {
        dimension = "";
        factor = 0;
        return IsUcum && Calendar is not <= DurationUnit.Month && Ucum.TryCanonical(1, Unit, out factor, out dimension)
            && Ucum.TryCanonical(0, Unit, out var zero, out _) && zero == 0 && factor > 0;
    }
}
