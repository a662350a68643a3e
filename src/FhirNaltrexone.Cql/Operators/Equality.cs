namespace FhirNaltrexone.Cql.Operators;

/// <summary>CQL equality (three-valued) and equivalence (never null).</summary>
internal static class Equality
{
    /// <summary>Equality: null when a part that decides is null or uncertain.</summary>
    public static bool? AreEqual(object? left, object? right)
    {
        if (left is null || right is null) return null;
        return (left, right) switch
        {
            (string x, string y) => x == y,
            (bool x, bool y) => x == y,
            (int x, int y) => x == y,
            (CqlTemporal x, CqlTemporal y) => SameKind(x, y) ? FromSign(Temporals.Compare(x, y, null)) : false,
            (CqlQuantity x, CqlQuantity y) => FromSign(Units.Compare(x, y)),
            (CqlUncertainty, CqlInterval) or (CqlInterval, CqlUncertainty) => false,
            (CqlUncertainty or int or long, CqlUncertainty or int or long) => FromSign(Points.Compare(left, right)),
            (decimal or int or long, decimal or int or long) => Arithmetic.ToDecimal(left) == Arithmetic.ToDecimal(right),
            (CqlList x, CqlList y) => Lists.AreEqual(x, y),
            (CqlInterval x, CqlInterval y) => Intervals.AreEqual(x, y),
            (CqlTuple x, CqlTuple y) => Tuples(x, y),
            (CqlCode x, CqlCode y) => Codes(x, y),
            (CqlConcept x, CqlConcept y) => Concepts(x, y),
            (CqlRatio x, CqlRatio y) => Logic.And(AreEqual(x.Numerator, y.Numerator), AreEqual(x.Denominator, y.Denominator)),
            (FhirElement x, FhirElement y) => x.SameAs(y),
            _ => left.Equals(right),
        };
    }

    /// <summary>Equivalence: null equals null, text ignores case, codes ignore version and display.</summary>
    public static bool AreEquivalent(object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return (left, right) switch
        {
            (string x, string y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase),
            (decimal x, decimal y) => Decimals(x, y),
            (CqlTemporal x, CqlTemporal y) => SameKind(x, y) && Temporals.Compare(x, y, null) == 0,
            (CqlQuantity x, CqlQuantity y) => Units.AreEquivalent(x, y),
            (CqlCode x, CqlCode y) => Mean(x, y),
            (CqlConcept x, CqlConcept y) => HaveOneInCommon(x, y),
            (CqlConcept x, CqlCode y) => Has(x, y),
            (CqlCode x, CqlConcept y) => Has(y, x),
            (CqlRatio x, CqlRatio y) => Units.AreEquivalent(x, y),
            (CqlList x, CqlList y) => Lists.AreEquivalent(x, y),
            (CqlInterval x, CqlInterval y) => AreEquivalent(Intervals.Low(x), Intervals.Low(y)) && AreEquivalent(Intervals.High(x), Intervals.High(y)),
            (CqlTuple x, CqlTuple y) => x.Names.Count == y.Names.Count && x.Names.All(name => y.IndexOf(name) >= 0 && AreEquivalent(x[name], y[name])),
            _ => AreEqual(left, right) is true,
        };
    }

    /// <summary>Sameness for sets: nulls are one value, otherwise certain equality.</summary>
    public static bool AreSame(object? left, object? right) =>
        left is null || right is null ? left is null && right is null : ReferenceEquals(left, right) || AreEqual(left, right) is true;

    private static bool Mean(CqlCode left, CqlCode right) => left.Code == right.Code && left.System == right.System;

    private static bool Has(CqlConcept concept, CqlCode code)
    {
        for (var i = 0; i < concept.Codes.Count; i++)
        {
            if (Mean(concept.Codes[i], code)) return true;
        }

        return false;
    }

    private static bool HaveOneInCommon(CqlConcept left, CqlConcept right)
    {
        for (var i = 0; i < left.Codes.Count; i++)
        {
            if (Has(right, left.Codes[i])) return true;
        }

        return false;
    }

    private static bool SameKind(CqlTemporal left, CqlTemporal right) => left is CqlTime == right is CqlTime;

    private static bool? FromSign(int sign) => sign == Points.Unknown ? null : sign == 0;

    /// <summary>Elements are compared in order; the first that is not equal decides, be it false or null, as the public suite asks.</summary>
    private static bool? Tuples(CqlTuple left, CqlTuple right)
    {
        if (left.Names.Count != right.Names.Count) return false;
        for (var i = 0; i < left.Names.Count; i++)
        {
            var other = right.IndexOf(left.Names[i]);
            if (other < 0) return false;
            if (Elements(left.Values[i], right.Values[other]) is not true and var decided) return decided;
        }

        return true;
    }

    /// <summary>Inside tuples and lists two nulls agree; one null leaves the question open.</summary>
    public static bool? Elements(object? left, object? right) => left is null && right is null ? true : AreEqual(left, right);

    private static bool? Codes(CqlCode left, CqlCode right) => Logic.And(
        Logic.And(Elements(left.Code, right.Code), Elements(left.System, right.System)),
        Logic.And(Elements(left.Version, right.Version), Elements(left.Display, right.Display)));

    private static bool? Concepts(CqlConcept left, CqlConcept right)
    {
        if (left.Codes.Count != right.Codes.Count) return false;
        var result = Elements(left.Display, right.Display);
        for (var i = 0; i < left.Codes.Count; i++) result = Logic.And(result, Codes(left.Codes[i], right.Codes[i]));
        return result;
    }

    /// <summary>Decimals are equivalent when they agree at the precision of the less precise one, trailing zeros ignored.</summary>
    private static bool Decimals(decimal left, decimal right)
    {
        var places = Math.Min(Arithmetic.Places(left), Arithmetic.Places(right));
        return decimal.Round(left, places, MidpointRounding.AwayFromZero) == decimal.Round(right, places, MidpointRounding.AwayFromZero);
    }
}
