using System.Globalization;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Values of literal nodes.</summary>
internal static class Literals
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The value of a literal, with a sign put before it; null when its text is not of its type.</summary>
    public static object? Read(ElmNode literal, string sign = "")
    {
        var (text, type) = (sign + literal.Text("value"), CqlType.Named(literal.Text("valueType") ?? ""));
        return type.Name switch
        {
            "String" => text,
            "Boolean" => bool.TryParse(text, out var truth) ? Boxes.Of(truth) : null,
            "Integer" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Boxes.Of(number) : null,
            "Long" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            "Decimal" => Decimal(text),
            _ => null,
        };
    }

    /// <summary>
    /// A decimal of at most 28 digits before the point and 8 after it, as CQL has it, and of no more digits in all than the
    /// platform's decimal holds: a number that would silently be rounded is refused.
    /// </summary>
    private static decimal? Decimal(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (text, "") : (text[..point], text[(point + 1)..]);
        var digits = whole.TrimStart('-', '+', '0').Length;
        if (digits > 28 || fraction.Length > 8 || digits + fraction.TrimEnd('0').Length > 28) return null;
        return decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
