using System.Globalization;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Conversions between System types (FHIRPath N1, 5.5). What cannot be converted gives nothing.</summary>
internal static class Conversions
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The quantity that a value is implicitly; null when it is none.</summary>
    public static UnitQuantity? AsQuantity(in FhirPathValue value)
        => value.Quantity ?? (value.Number is { } number ? new UnitQuantity(number, UnitQuantity.One) : null);

    public static FhirPathValue ToBoolean(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Boolean => value,
        FhirPathKind.Integer or FhirPathKind.Decimal => FhirPathValue.Of(value.Number switch
        {
            1 => true,
            0 => false,
            _ => (bool?)null,
        }),
        FhirPathKind.String => FhirPathValue.Of(value.Text!.ToLowerInvariant() switch
        {
            "true" or "t" or "yes" or "y" or "1" or "1.0" => true,
            "false" or "f" or "no" or "n" or "0" or "0.0" => false,
            _ => (bool?)null,
        }),
        _ => default,
    };

    public static FhirPathValue ToInteger(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Integer => value,
        FhirPathKind.Boolean => FhirPathValue.Of(value.Boolean == true ? 1 : 0),
        FhirPathKind.String when int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => FhirPathValue.Of(number),
        _ => default,
    };

    public static FhirPathValue ToDecimal(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Decimal => value,
        FhirPathKind.Integer => FhirPathValue.Of(value.Number!.Value),
        FhirPathKind.Boolean => FhirPathValue.Of(value.Boolean == true ? 1.0m : 0.0m),
        FhirPathKind.String when Number(value.Text) is { } number => FhirPathValue.Of(number),
        _ => default,
    };

    public static FhirPathValue ToDate(in FhirPathValue value) => Time(Instant(value)?.ToDate());

    public static FhirPathValue ToDateTime(in FhirPathValue value) => Time(Instant(value)?.ToDateTime());

    public static FhirPathValue ToTime(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Time => value,
        FhirPathKind.String => Time(PartialTimeText.ReadTime(value.Text.AsSpan().TrimStart('T'))),
        _ => default,
    };

    public static FhirPathValue ToQuantity(in FhirPathValue value)
    {
        var quantity = value.Kind switch
        {
            FhirPathKind.Boolean => new(value.Boolean == true ? 1.0m : 0.0m, UnitQuantity.One),
            FhirPathKind.String => Quantity(value.Text!),
            _ => AsQuantity(value),
        };
        return quantity is null ? default : FhirPathValue.Of(quantity);
    }

    public static FhirPathValue ToText(in FhirPathValue value)
        => value.Kind is FhirPathKind.None or FhirPathKind.Element ? default : FhirPathValue.Of(value.ToString());

    private static PartialTime? Instant(in FhirPathValue value) => value.Kind switch
    {
        FhirPathKind.Date or FhirPathKind.DateTime => value.Time,
        FhirPathKind.String => PartialTimeText.ReadDate(value.Text),
        _ => null,
    };

    private static FhirPathValue Time(PartialTime? time) => time is null ? default : FhirPathValue.Of(time);

    private static decimal? Number(ReadOnlySpan<char> text)
        => text is [.., not '.'] and ([not '.', ..]) && decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number, with a unit in quotes or a keyword of the calendar.</summary>
    private static UnitQuantity? Quantity(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\'');
        var number = Number(end < 0 ? text : text.AsSpan(0, end));
        var unit = end < 0 ? "" : text[end..].Trim();
        if (number is not { } value) return null;
        if (unit.Length == 0) return new(value, UnitQuantity.One);
        if (unit is ['\'', .. { Length: > 0 } code, '\'']) return new(value, code);
        return DurationUnits.OfKeyword(unit) is { } duration ? UnitQuantity.Of(value, duration) : null;
    }
}
