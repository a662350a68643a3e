using System.Collections.Concurrent;
using Fhir.Metrics;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>
/// Conversion between units. Equal codes never reach the UCUM library; calendar durations have a table of their own; factors of
/// other pairs are computed once, rounded to 12 digits and kept. Unknown units and units of different dimension have no factor.
/// </summary>
internal static class Units
{
    /// <summary>Arbitrary units measure nothing else: UCUM forbids converting them, the library would treat them as numbers.</summary>
    private static readonly string[] Arbitrary =
        ["[IU]", "[iU]", "[arb'U]", "[USP'U]", "[GPL'U]", "[MPL'U]", "[APL'U]", "[beth'U]", "[anti'Xa'U]", "[todd'U]", "[dye'U]", "[CFU]", "[FFU]", "[PFU]"];

    private static readonly Lazy<SystemOfUnits> Ucum = new(UCUM.Load);
    private static readonly Lazy<Task> Loading = new(static () => Task.Run(static () => Ucum.Value));
    private static readonly ConcurrentDictionary<(string From, string To), decimal?> Factors = new();

    /// <summary>Factors for hostile unit texts are not kept beyond this number of pairs.</summary>
    private const int FactorLimit = 4096;

    /// <summary>The value in another unit, or null when there is no way.</summary>
    public static decimal? Convert(CqlQuantity quantity, string? unit) => Factor(quantity.Unit ?? "1", unit ?? "1") is { } factor
        ? Scale(quantity.Value, factor)
        : null;

    public static CqlQuantity? ConvertTo(CqlQuantity quantity, string? unit) =>
        Convert(quantity, unit) is { } value ? new CqlQuantity(value, unit) : null;

    /// <summary>Sign of the comparison, or unknown when the units cannot be converted or year and month meet UCUM's mean ones.</summary>
    public static int Compare(CqlQuantity left, CqlQuantity right)
    {
        if (Mixed(left.Unit, right.Unit)) return Points.Unknown;
        return Convert(right, left.Unit) is { } value ? Math.Sign(left.Value.CompareTo(value)) : Points.Unknown;
    }

    public static bool AreEquivalent(CqlQuantity left, CqlQuantity right)
    {
        if (left.Value == 12 * right.Value && IsMonth(left.Unit) && IsYear(right.Unit)) return true;
        if (right.Value == 12 * left.Value && IsMonth(right.Unit) && IsYear(left.Unit)) return true;
        return Convert(right, left.Unit) is { } value && Equality.AreEquivalent(left.Value, value);
    }

    public static bool AreEquivalent(CqlRatio left, CqlRatio right)
    {
        var first = Multiply(left.Numerator, right.Denominator, 1);
        var second = Multiply(right.Numerator, left.Denominator, 1);
        return first is not null && second is not null && AreEquivalent(first, second);
    }

    /// <summary>Sum or difference in the left unit; null when the units cannot be added.</summary>
    public static object? Add(CqlQuantity left, CqlQuantity right, int sign)
    {
        if (Convert(right, left.Unit) is not { } value) return null;
        return Arithmetic.Checked((left, Added: sign * value), static each => each.left with { Value = each.left.Value + each.Added });
    }

    /// <summary>Product (power 1) or quotient (power -1), with the units combined.</summary>
    public static CqlQuantity? Multiply(CqlQuantity left, CqlQuantity right, int power)
    {
        if (UnitTerms.Combine(left.Unit, right.Unit, power) is not { } unit) return null;
        return (CqlQuantity?)Arithmetic.Checked((left, right, power, unit), static each => new CqlQuantity(
            Arithmetic.Round(each.power > 0 ? each.left.Value * each.right.Value : each.left.Value / each.right.Value), each.unit));
    }

    /// <summary>
    /// Begins to load the UCUM tables (about 0.3 s) when a library names a unit, beside the compilation and before the first request;
    /// whoever needs them earlier waits.
    /// </summary>
    public static void Prepare(string unit)
    {
        if (CalendarUnits.Find(unit) is null) _ = Loading.Value;
    }

    private static decimal? Factor(string from, string to)
    {
        if (from == to) return 1;
        if (CalendarUnits.Find(from) is { } source)
            return CalendarUnits.Find(to) is { } target ? (decimal)CalendarUnits.Milliseconds(source) / CalendarUnits.Milliseconds(target) : null;
        if (CalendarUnits.Find(to) is not null) return null;
        if (Factors.TryGetValue((from, to), out var known)) return known;
        var factor = Compute(from, to);
        if (Factors.Count < FactorLimit) Factors[(from, to)] = factor;
        return factor;
    }

    private static decimal? Compute(string from, string to)
    {
        if (!SameArbitrary(from, to) || Canonical(from) is not { } x || Canonical(to) is not { } y) return null;
        if (x.Metric.Symbols != y.Metric.Symbols || y.Value.Significand == 0) return null;
        var ratio = x.Value.Significand / y.Value.Significand;
        var exponent = x.Value.Exponent - y.Value.Exponent;
        return Math.Abs(exponent) > 20 ? null : RoundTo12(Shift(ratio, exponent));
    }

    /// <summary>Unit of value 1 in base units; null for units the tables do not know or that are no plain factor (degree Celsius).</summary>
    private static Fhir.Metrics.Quantity? Canonical(string unit)
    {
        if (unit.Length > 64 || !unit.AsSpan().ContainsAnyExcept('.', '/') || HasLongNumber(unit)) return null;
        try
        {
            return Ucum.Value.Canonical(Ucum.Value.Quantity("1", unit));
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (InvalidCastException)
        {
            return null;
        }
        catch (ArithmeticException)
        {
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Exponents and factors of more than six digits occur in no real unit and overflow the tables.</summary>
    private static bool HasLongNumber(string unit)
    {
        var digits = 0;
        foreach (var character in unit)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits > 6) return true;
        }

        return false;
    }

    private static decimal? Scale(decimal value, decimal factor)
    {
        try
        {
            return factor == 1 ? value : Trim(value * factor);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Trim(decimal value) => value.Scale <= 20 ? value : decimal.Round(value, 20);

    private static decimal? Shift(decimal value, int exponent)
    {
        try
        {
            for (; exponent > 0; exponent--) value *= 10;
            for (; exponent < 0; exponent++) value /= 10;
            return value;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? RoundTo12(decimal? value)
    {
        if (value is not { } number || number == 0) return null;
        var size = (int)Math.Floor(Math.Log10(Math.Abs((double)number))) + 1;
        if (size >= 12) return decimal.Round(number);
        return decimal.Round(number, Math.Min(28, 12 - size)) / 1.0000000000000000000000000000m;
    }

    private static bool SameArbitrary(string from, string to)
    {
        foreach (var unit in Arbitrary)
        {
            var other = unit == "[iU]" ? "[IU]" : unit == "[IU]" ? "[iU]" : unit;
            var (inFrom, inTo) = (from.Contains(unit, StringComparison.Ordinal), to.Contains(unit, StringComparison.Ordinal));
            if (inFrom && !inTo && !to.Contains(other, StringComparison.Ordinal)) return false;
            if (inTo && !inFrom && !from.Contains(other, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private static bool Mixed(string? left, string? right) =>
        CalendarUnits.IsVariable(left) != CalendarUnits.IsVariable(right) && CalendarUnits.Find(left) is not null && CalendarUnits.Find(right) is not null;

    private static bool IsMonth(string? unit) => CalendarUnits.Find(unit) == DurationUnit.Month;

    private static bool IsYear(string? unit) => CalendarUnits.Find(unit) == DurationUnit.Year;
}
