using System.Globalization;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Syntax;

/// <summary>Values of literals (FHIRPath N1, 4.1).</summary>
internal static class Literals
{
    /// <summary>A text, number or point in time.</summary>
    public static FhirPathValue Read(Token token) => token.Kind switch
    {
        TokenKind.Text => FhirPathValue.Of(token.Text),
        TokenKind.Number => Number(token),
        _ => Time(token),
    };

    /// <summary>A number with its unit; null when what follows is no unit.</summary>
    public static FhirPathValue? Quantity(Token number, Token unit)
    {
        if (unit.Kind == TokenKind.Text) return FhirPathValue.Of(new UnitQuantity(Decimal(number), unit.Text));
        return DurationUnits.OfKeyword(unit.Text) is { } duration ? FhirPathValue.Of(UnitQuantity.Of(Decimal(number), duration)) : null;
    }

    private static FhirPathValue Number(Token token)
    {
        if (token.Text.Contains('.', StringComparison.Ordinal)) return FhirPathValue.Of(Decimal(token));
        return int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? FhirPathValue.Of(number)
            : throw new FhirPathFault(token.Position, "Integers are not greater than 2147483647; greater numbers are written with a decimal point.");
    }

    private static decimal Decimal(Token token)
        => decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FhirPathFault(token.Position, "The number has more digits than a decimal can hold.");

    private static FhirPathValue Time(Token token)
    {
        var time = token.Text.StartsWith('T') ? PartialTimeText.ReadTime(token.Text.AsSpan(1)) : PartialTimeText.ReadDate(WithoutMark(token.Text));
        if (time is null) throw new FhirPathFault(token.Position, "This is no date or time of the calendar.");
        return FhirPathValue.Of(token.Text.EndsWith('T') ? time.ToDateTime() : time);
    }

    /// <summary>A date with nothing behind its T is a DateTime, be it a year or month only.</summary>
    private static ReadOnlySpan<char> WithoutMark(string text) => text.AsSpan().TrimEnd('T');
}
