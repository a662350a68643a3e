namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>The operators <c>&lt;</c>, <c>&gt;</c>, <c>&lt;=</c> and <c>&gt;=</c> (FHIRPath N1, 6.2).</summary>
internal static class Ordering
{
    /// <summary>Compares two System values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="defaultOffset">Minutes east of UTC for times without offset.</param>
    /// <param name="order">Negative, zero or positive; null when it cannot be told.</param>
    /// <returns>False when values of such types have no order.</returns>
    public static bool TryCompare(in FhirPathValue left, in FhirPathValue right, int defaultOffset, out int? order)
    {
        order = null;
        switch (left.Kind)
        {
            case FhirPathKind.Integer when right.Integer is { } integer:
                order = left.Integer!.Value.CompareTo(integer);
                return true;
            case FhirPathKind.Integer or FhirPathKind.Decimal when right.Number is { } number:
                order = left.Number!.Value.CompareTo(number);
                return true;
            case FhirPathKind.String when right.Text is { } text:
                order = string.CompareOrdinal(left.Text, text);
                return true;
            case FhirPathKind.Date or FhirPathKind.DateTime or FhirPathKind.Time when right.Time is { } time:
                if (!Equality.AreFamily(left, right)) return false;
                order = left.Time!.CompareTo(time, defaultOffset);
                return true;
            default:
                if (Conversions.AsQuantity(left) is not { } quantity || Conversions.AsQuantity(right) is not { } other) return false;
                order = quantity.CompareTo(other);
                return true;
        }
    }
}
