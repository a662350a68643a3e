using System.Text;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>The operator <c>~</c> (FHIRPath N1, 6.1.2): equality that overlooks case, spaces, digits beyond the least precise, and order.</summary>
internal static class Equivalence
{
    /// <summary>Whether two items are equivalent.</summary>
    public static bool AreEquivalent(in FhirPathValue left, in FhirPathValue right, Evaluation run)
    {
        run.Step();
        var (one, other) = (Primitives.Read(left), Primitives.Read(right));
        switch (one.Kind)
        {
            case FhirPathKind.String:
                return other.Text is { } text && Normalize(one.Text!) == Normalize(text);
            case FhirPathKind.Integer or FhirPathKind.Decimal when other.Number is { } number:
                return AreEquivalent(one.Number!.Value, number);
            case FhirPathKind.Element:
                return other.Kind == FhirPathKind.Element && ElementEquality.AreEqual(one.Element, other.Element, run, true);
            case FhirPathKind.Quantity or FhirPathKind.Integer or FhirPathKind.Decimal:
                return Conversions.AsQuantity(one) is { } quantity && Conversions.AsQuantity(other) is { } amount && AreEquivalent(quantity, amount);
            default:
                return Equality.Values(one, other, run) == true;
        }
    }

    private static bool AreEquivalent(UnitQuantity left, UnitQuantity right)
        => left.Unit == right.Unit && left.IsUcum == right.IsUcum ? AreEquivalent(left.Value, right.Value) : left.CompareLoosely(right) == 0;

    private static bool AreEquivalent(decimal left, decimal right)
    {
        var digits = Math.Min(Digits(left), Digits(right));
        return decimal.Round(left, digits) == decimal.Round(right, digits);
    }

    /// <summary>Decimal places that count: trailing zeros do not.</summary>
    private static int Digits(decimal number) => (number / 1.0000000000000000000000000000m).Scale;

    private static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var character in text.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(character)) normal.Append(char.ToLowerInvariant(character));
            else if (normal[^1] != ' ') normal.Append(' ');
        }

        return normal.ToString();
    }
}
