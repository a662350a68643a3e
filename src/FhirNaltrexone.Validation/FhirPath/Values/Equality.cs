namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>The operator <c>=</c> (FHIRPath N1, 6.1.1).</summary>
internal static class Equality
{
    /// <summary>Whether two items are equal; null when that cannot be told: other precision of time, or quantities of other dimensions.</summary>
    public static bool? AreEqual(in FhirPathValue left, in FhirPathValue right, Evaluation run)
    {
        run.Step();
        if (left.Kind == FhirPathKind.Element && right.Kind == FhirPathKind.Element && ElementEquality.TrySameText(left.Element, right.Element, out var same)) return same;
        if (left.Text is { } text && right.Kind == FhirPathKind.Element && Primitives.IsText(right.Element)) return right.Element.Value.IsText(text);
        var (one, other) = (Primitives.Read(left), Primitives.Read(right));
        if (one.Kind == FhirPathKind.Element || other.Kind == FhirPathKind.Element)
            return one.Kind == other.Kind && ElementEquality.AreEqual(one.Element, other.Element, run);
        return Values(one, other, run);
    }

    /// <summary>Whether two items are certainly equal: what sets of items go by.</summary>
    public static bool AreSame(in FhirPathValue left, in FhirPathValue right, Evaluation run) => AreEqual(left, right, run) == true;

    /// <summary>Whether two System values are equal.</summary>
    public static bool? Values(in FhirPathValue left, in FhirPathValue right, Evaluation run)
    {
        switch (left.Kind)
        {
            case FhirPathKind.String:
                return right.Text is { } other && left.Text == other;
            case FhirPathKind.Boolean:
                return right.Boolean is { } truth && left.Boolean == truth;
            case FhirPathKind.Integer when right.Kind == FhirPathKind.Integer:
                return left.Integer == right.Integer;
            case FhirPathKind.Integer or FhirPathKind.Decimal when right.Number is { } number:
                return left.Number == number;
            case FhirPathKind.Date or FhirPathKind.DateTime or FhirPathKind.Time:
                return right.Time is { } time && AreFamily(left, right) ? IsZero(left.Time!.CompareTo(time, run.DefaultOffset)) : false;
            case FhirPathKind.TypeInfo:
                return left.Type == right.Type;
            default:
                return Conversions.AsQuantity(left) is { } quantity && Conversions.AsQuantity(right) is { } amount ? IsZero(quantity.CompareTo(amount)) : false;
        }
    }

    /// <summary>Dates become DateTimes where needed; Times are compared with Times only.</summary>
    public static bool AreFamily(in FhirPathValue left, in FhirPathValue right) => (left.Kind == FhirPathKind.Time) == (right.Kind == FhirPathKind.Time);

    private static bool? IsZero(int? order) => order is { } known ? known == 0 : null;
}
