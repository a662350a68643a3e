using System.Collections.Concurrent;
using Fhir.Metrics;

namespace FhirNaltrexone.Validation.Units;

/// <summary>
/// Brings quantities with UCUM codes into base units, so that equal quantities have equal numbers. Factors are computed once for each code and
/// rounded to 12 digits, since the tables compute inexactly.
/// </summary>
public static class Ucum
{
    /// <summary>Factors of further codes, which only hostile data can need, are computed each time.</summary>
    private const int FactorLimit = 4096;

    /// <summary>The base unit of what has no dimension.</summary>
    private const string Number = "1";

    private const int MaximalCodeLength = 64;
    private const int FactorDigits = 12;

    /// <summary>A factor of more digits than this is no definition, but a rounded result.</summary>
    private const int ExactDigits = 9;

    private const int ResultDigits = 10;

    /// <summary>Units UCUM calls arbitrary measure nothing else; the tables would treat them as numbers.</summary>
    private static readonly string[] Arbitrary =
        ["[IU]", "[iU]", "[arb'U]", "[USP'U]", "[GPL'U]", "[MPL'U]", "[APL'U]", "[beth'U]", "[anti'Xa'U]", "[todd'U]", "[dye'U]", "[CFU]", "[FFU]", "[PFU]"];

    private static readonly Lazy<SystemOfUnits> Tables = new(UCUM.Load);
    private static readonly ConcurrentDictionary<string, Factor?> Factors = new(StringComparer.Ordinal);

    /// <summary>Converts a quantity into base units.</summary>
    /// <param name="value">The number.</param>
    /// <param name="code">UCUM code, case-sensitive.</param>
    /// <param name="canonicalValue">The number in base units, at least 10 digits of it right.</param>
    /// <param name="canonicalUnit">The base units; the code itself where it holds an arbitrary unit.</param>
    /// <returns>False when the code is not known, is no plain factor (a logarithm), or the result is out of range.</returns>
    public static bool TryCanonical(decimal value, string code, out decimal canonicalValue, out string canonicalUnit)
    {
        (canonicalValue, canonicalUnit) = (0, "");
        if (code.Length is 0 or > MaximalCodeLength || Find(code) is not { } factor) return false;
        try
        {
            canonicalValue = factor.IsExact ? (value + factor.Shift) * factor.Multiplier : Round((value + factor.Shift) * factor.Multiplier, ResultDigits);
        }
        catch (OverflowException)
        {
            return false;
        }

        canonicalUnit = factor.Unit;
        return true;
    }

    private static Factor? Find(string code)
    {
        if (Factors.TryGetValue(code, out var known)) return known;
        var factor = Compute(code);
        if (Factors.Count < FactorLimit) Factors[code] = factor;
        return factor;
    }

    private static Factor? Compute(string code)
    {
        if (Temperature(code) is { } temperature) return temperature;
        if (Array.Exists(Arbitrary, unit => code.Contains(unit, StringComparison.Ordinal))) return new(1, 0, code, true);
        if (!code.AsSpan().ContainsAnyExcept('.', '/') || HasLongNumber(code) || Canonical(code) is not { } canonical || canonical.Value.Significand == 0) return null;
        if (Shift(canonical.Value.Significand, canonical.Value.Exponent) is not { } exact) return null;
        var multiplier = Round(exact, FactorDigits);
        var unit = canonical.Metric.Symbols is { Length: > 0 } symbols ? symbols : Number;
        return multiplier == 0 ? null : new(multiplier, 0, unit, Round(multiplier, ExactDigits) == multiplier);
    }

    /// <summary>Degrees are no multiples of a kelvin; the tables do not convert them.</summary>
    private static Factor? Temperature(string code) => code switch
    {
        "Cel" => new(1, 273.15m, "K", true),
        "[degF]" => new(5m / 9m, 459.67m, "K", false),
        _ => null,
    };

    /// <summary>Exponents and factors of more than six digits occur in no real unit and overflow the tables.</summary>
    private static bool HasLongNumber(string code)
    {
        var digits = 0;
        foreach (var character in code)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits > 6) return true;
        }

        return false;
    }

    /// <summary>One of the unit in base units; null for what the tables do not know (ArgumentException) or cannot multiply (InvalidCastException).</summary>
    private static Fhir.Metrics.Quantity? Canonical(string code)
    {
        try
        {
            return Tables.Value.Canonical(Tables.Value.Quantity("1", code));
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

    private static decimal? Shift(decimal value, int exponent)
    {
        if (Math.Abs((long)exponent) > 56) return null;
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

    /// <summary>Rounds to significant digits.</summary>
    private static decimal Round(decimal value, int digits)
    {
        if (value == 0) return 0;
        var size = (int)Math.Floor(Math.Log10((double)Math.Abs(value))) + 1;
        if (size <= digits) return decimal.Round(value, Math.Min(28, digits - size)) / 1.0000000000000000000000000000m;
        var unit = 1m;
        for (var index = digits; index < size; index++) unit *= 10;
        return decimal.Round(value / unit) * unit;
    }

    private sealed record Factor(decimal Multiplier, decimal Shift, string Unit, bool IsExact);
}
