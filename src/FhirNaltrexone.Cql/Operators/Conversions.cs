using System.Globalization;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>Conversions between system types; text that does not fit gives null.</summary>
internal static class Conversions
{
    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("+-.0123456789");
    private const NumberStyles Signed = NumberStyles.AllowLeadingSign;

    public static object? ToBoolean(object? value) => value switch
    {
        bool => value,
        int number => number is 0 or 1 ? number == 1 : null,
        long number => number is 0 or 1 ? number == 1 : null,
        decimal number => number is 0 or 1 ? number == 1 : null,
        string text => text.ToUpperInvariant() switch
        {
            "TRUE" or "T" or "YES" or "Y" or "1" => Boxes.True,
            "FALSE" or "F" or "NO" or "N" or "0" => Boxes.False,
            _ => null,
        },
        _ => null,
    };

    public static object? ToInteger(object? value) => value switch
    {
        int => value,
        bool truth => Boxes.Of(truth ? 1 : 0),
        long number => number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        string text => int.TryParse(text, Signed, CultureInfo.InvariantCulture, out var number) ? Boxes.Of(number) : null,
        _ => null,
    };

    public static object? ToLong(object? value) => value switch
    {
        long => value,
        int number => (long)number,
        bool truth => truth ? 1L : 0L,
        string text => long.TryParse(text, Signed, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    public static object? ToDecimal(object? value) => value switch
    {
        decimal => value,
        int number => (decimal)number,
        long number => (decimal)number,
        bool truth => truth ? 1m : 0m,
        CqlUncertainty => value,
        string text => decimal.TryParse(text, Signed | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    /// <summary>Text of a value. An uncertain number has none: it must not leak into sentences as if it were one number.</summary>
    public static object? ToString(object? value) => value switch
    {
        string => value,
        bool truth => truth ? "true" : "false",
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        decimal number => Number(number),
        CqlTemporal or CqlQuantity or CqlRatio => value.ToString(),
        _ => null,
    };

    /// <summary>A decimal without trailing zeros: how a number was computed must not show in text ("2" beside "5.0").</summary>
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static object? ToDate(object? value) => value switch
    {
        CqlDate => value,
        CqlDateTime moment => new CqlDate(moment.Packed, (CqlPrecision)Math.Min((int)moment.Precision, (int)CqlPrecision.Day)),
        string text => TemporalText.Date(text) ?? ToDate(TemporalText.DateTime(text, 0)),
        _ => null,
    };

    public static object? ToDateTime(object? value, int evaluationOffset) => value switch
    {
        CqlDateTime => value,
        CqlDate date => new CqlDateTime(date.Packed, date.Precision, evaluationOffset, false, evaluationOffset),
        string text => TemporalText.DateTime(text, evaluationOffset),
        _ => null,
    };

    public static object? ToTime(object? value) => value switch
    {
        CqlTime => value,
        CqlDateTime { Precision: >= CqlPrecision.Hour } moment => new CqlTime(moment.Packed & ((1L << 27) - 1), moment.Precision),
        string text => TemporalText.Time(text),
        _ => null,
    };

    public static object? ToQuantity(object? value) => value switch
    {
        CqlQuantity => value,
        int or long or decimal => new CqlQuantity(Arithmetic.ToDecimal(value), null),
        string text => Quantity(text),
        _ => null,
    };

    public static object? ToRatio(object? value)
    {
        if (value is not string text) return value as CqlRatio;
        var parts = text.Split(':');
        return parts.Length == 2 && Quantity(parts[0]) is { } numerator && Quantity(parts[1]) is { } denominator
            ? new CqlRatio(numerator, denominator)
            : null;
    }

    public static object? ToConcept(object? value) => value switch
    {
        CqlConcept => value,
        CqlCode code => new CqlConcept([code]),
        CqlList codes => new CqlConcept([.. codes.OfType<CqlCode>()]),
        _ => null,
    };

    /// <summary>Reads <c>5.5 'cm'</c>, <c>3 days</c> or a bare number.</summary>
    private static CqlQuantity? Quantity(string text)
    {
        var trimmed = text.Trim();
        var length = trimmed.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var (number, unit) = length < 0 ? (trimmed, "") : (trimmed[..length], trimmed[length..].Trim());
        if (!decimal.TryParse(number, Signed | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        if (unit.Length == 0) return new CqlQuantity(value, null);
        if (unit.Length > 2 && unit[0] == '\'' && unit[^1] == '\'') return new CqlQuantity(value, unit[1..^1]);
        return CalendarUnits.Find(unit) is not null && unit.Length > 3 ? new CqlQuantity(value, unit) : null;
    }
}
