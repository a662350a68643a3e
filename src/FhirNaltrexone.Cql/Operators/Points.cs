namespace FhirNaltrexone.Cql.Operators;

/// <summary>Values that have an order and neighbours: least and greatest value, predecessor and successor, comparison.</summary>
internal static class Points
{
    /// <summary>Result of a comparison that the known facts do not decide.</summary>
    public const int Unknown = int.MinValue;

    public const decimal Step = 0.00000001m;
    public const decimal Greatest = 99_999_999_999_999_999_999.99999999m;
    public const decimal Least = -Greatest;
    private static readonly long FirstMoment = Calendar.Pack(1, 1, 1);
    private static readonly long LastMoment = Calendar.Pack(9999, 12, 31, 23, 59, 59, 999);
    private static readonly long LastTime = Calendar.Pack(0, 0, 0, 23, 59, 59, 999);

    public static PointKind KindOf(object? value) => value switch
    {
        int => PointKind.Integer,
        CqlUncertainty => PointKind.Integer,
        long => PointKind.Long,
        decimal => PointKind.Decimal,
        CqlQuantity => PointKind.Quantity,
        CqlDate => PointKind.Date,
        CqlDateTime => PointKind.DateTime,
        CqlTime => PointKind.Time,
        _ => PointKind.Any,
    };

    public static object? Minimum(PointKind kind) => kind switch
    {
        PointKind.Integer => int.MinValue,
        PointKind.Long => long.MinValue,
        PointKind.Decimal => Least,
        PointKind.Quantity => new CqlQuantity(Least, null),
        PointKind.Date => new CqlDate(FirstMoment, CqlPrecision.Day),
        PointKind.DateTime => new CqlDateTime(FirstMoment, CqlPrecision.Millisecond, 0, false, 0),
        PointKind.Time => new CqlTime(0, CqlPrecision.Millisecond),
        _ => null,
    };

    public static object? Maximum(PointKind kind) => kind switch
    {
        PointKind.Integer => int.MaxValue,
        PointKind.Long => long.MaxValue,
        PointKind.Decimal => Greatest,
        PointKind.Quantity => new CqlQuantity(Greatest, null),
        PointKind.Date => new CqlDate(LastMoment, CqlPrecision.Day),
        PointKind.DateTime => new CqlDateTime(LastMoment, CqlPrecision.Millisecond, 0, false, 0),
        PointKind.Time => new CqlTime(LastTime, CqlPrecision.Millisecond),
        _ => null,
    };

    /// <summary>The next value of the type; a date or time moves by one unit of its own precision.</summary>
    /// <exception cref="CqlException">The value is already the greatest of its type, or has no successor.</exception>
    public static object? Successor(object? value) => Neighbour(value, 1);

    /// <summary>The previous value of the type.</summary>
    /// <exception cref="CqlException">The value is already the least of its type, or has no predecessor.</exception>
    public static object? Predecessor(object? value) => Neighbour(value, -1);

    public static bool IsExtreme(object value, bool high)
    {
        var extreme = high ? Maximum(KindOf(value)) : Minimum(KindOf(value));
        return value switch
        {
            CqlQuantity quantity => quantity.Value == (high ? Greatest : Least),
            CqlDateTime moment => moment.Packed == (high ? LastMoment : FirstMoment) && moment.Precision == CqlPrecision.Millisecond,
            CqlTemporal temporal => Calendar.Fill(temporal.Packed, temporal.Precision, ((CqlTemporal)extreme!).Precision, high) == ((CqlTemporal)extreme).Packed,
            _ => value.Equals(extreme),
        };
    }

    /// <summary>Sign of the comparison of two points, or <see cref="Unknown"/>.</summary>
    public static int Compare(object? left, object? right, CqlPrecision? precision = null)
    {
        if (left is null || right is null) return Unknown;
        return (left, right) switch
        {
            (int x, int y) => x.CompareTo(y),
            (CqlTemporal x, CqlTemporal y) => Temporals.Compare(x, y, precision),
            (CqlQuantity x, CqlQuantity y) => Units.Compare(x, y),
            (string x, string y) => Math.Sign(string.CompareOrdinal(x, y)),
            (CqlUncertainty or int or long, CqlUncertainty or int or long) => CompareRanges(left, right),
            (decimal or int or long, decimal or int or long) => Arithmetic.ToDecimal(left).CompareTo(Arithmetic.ToDecimal(right)),
            _ => throw new CqlException($"Values of types {TypeNames.Of(left)} and {TypeNames.Of(right)} have no order."),
        };
    }

    /// <summary>Whether the left value comes first. Ranges decide it also when they only touch: 14 to 45 is never less than 14.</summary>
    public static bool? Less(object? left, object? right, CqlPrecision? precision = null)
    {
        var sign = Compare(left, right, precision);
        if (sign != Unknown) return sign < 0;
        return Touch(left, right) && Arithmetic.Range(left!).Low >= Arithmetic.Range(right!).High ? false : null;
    }

    /// <summary>Whether the left value comes first or is the same; see <see cref="Less"/>.</summary>
    public static bool? LessOrEqual(object? left, object? right, CqlPrecision? precision = null)
    {
        var sign = Compare(left, right, precision);
        if (sign != Unknown) return sign <= 0;
        return Touch(left, right) && Arithmetic.Range(left!).High <= Arithmetic.Range(right!).Low ? true : null;
    }

    /// <summary>Whether both values are the same point.</summary>
    public static bool? Equal(object? left, object? right, CqlPrecision? precision = null)
    {
        var sign = Compare(left, right, precision);
        return sign == Unknown ? null : sign == 0;
    }

    private static bool Touch(object? left, object? right) =>
        left is not null && right is not null && (left is CqlUncertainty || right is CqlUncertainty);

    private static int CompareRanges(object left, object right)
    {
        var (lowX, highX) = Arithmetic.Range(left);
        var (lowY, highY) = Arithmetic.Range(right);
        if (highX < lowY) return -1;
        if (lowX > highY) return 1;
        return lowX == highX && lowY == highY ? 0 : Unknown;
    }

    private static object? Neighbour(object? value, int step)
    {
        if (value is not null && KindOf(value) != PointKind.Any && IsExtreme(value, step > 0))
            throw new CqlException($"The value is the {(step > 0 ? "greatest" : "least")} of type {TypeNames.Of(value)}.");
        return value switch
        {
            null => null,
            int number => number + step,
            long number => number + step,
            decimal number => number + (step * Step),
            CqlQuantity quantity => quantity with { Value = quantity.Value + (step * Step) },
            CqlTemporal temporal => DateArithmetic.Move(temporal, step, (DurationUnit)temporal.Precision),
            _ => throw new CqlException($"Type {TypeNames.Of(value)} has no {(step > 0 ? "successor" : "predecessor")}."),
        };
    }
}
