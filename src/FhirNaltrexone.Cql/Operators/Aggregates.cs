namespace FhirNaltrexone.Cql.Operators;

/// <summary>Aggregates over lists; null elements never count, an empty list gives null except where CQL says otherwise.</summary>
internal static class Aggregates
{
    public static object Count(CqlList? list) => Boxes.Of(list?.Count(item => item is not null) ?? 0);

    public static object? Sum(CqlList list) => Fold(list, Arithmetic.Add);

    public static object? Product(CqlList list) => Fold(list, Arithmetic.Multiply);

    public static object? Max(CqlList list) => Extreme(list, 1);

    public static object? Min(CqlList list) => Extreme(list, -1);

    public static object? Average(CqlList list)
    {
        var values = Known(list);
        return values.Length == 0 ? null : Arithmetic.Divide(Fold(values, Arithmetic.Add), (decimal)values.Length);
    }

    public static object? Median(CqlList list)
    {
        var values = Known(list);
        if (values.Length == 0) return null;
        Array.Sort(values, Ordering.Compare);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : Arithmetic.Divide(Arithmetic.Add(values[middle - 1], values[middle]), 2m);
    }

    /// <summary>The most frequent value; the first of several.</summary>
    public static object? Mode(CqlList list)
    {
        var (best, most) = ((object?)null, 0);
        var values = Known(list);
        foreach (var value in values)
        {
            var count = values.Count(other => Equality.AreSame(value, other));
            if (count > most) (best, most) = (value, count);
        }

        return best;
    }

    public static object? Variance(CqlList list, bool population)
    {
        var values = Known(list);
        var divisor = population ? values.Length : values.Length - 1;
        if (divisor <= 0) return null;
        var mean = Arithmetic.Divide(Fold(values, Arithmetic.Add), (decimal)values.Length);
        var squares = values.Select(value => Arithmetic.Subtract(value, mean)).Select(difference => Arithmetic.Multiply(difference, difference));
        return Arithmetic.Divide(Fold(squares, Arithmetic.Add), (decimal)divisor);
    }

    public static object? Deviation(CqlList list, bool population) => Variance(list, population) switch
    {
        decimal variance => Arithmetic.Power(variance, 0.5m),
        CqlQuantity variance => new CqlQuantity((decimal)Arithmetic.Power(variance.Value, 0.5m)!, Known(list).OfType<CqlQuantity>().First().Unit),
        _ => null,
    };

    public static object? GeometricMean(CqlList list)
    {
        var values = Known(list);
        return values.Length == 0 ? null : Arithmetic.Power(Fold(values, Arithmetic.Multiply), 1m / values.Length);
    }

    public static bool AllTrue(CqlList? list) => list is null || !list.Any(item => item is false);

    public static bool AnyTrue(CqlList? list) => list is not null && list.Any(item => item is true);

    private static object[] Known(CqlList list) => [.. list.Where(item => item is not null).Select(item => item!)];

    private static object? Fold(IEnumerable<object?> values, Func<object?, object?, object?> operation)
    {
        var (result, first) = ((object?)null, true);
        foreach (var value in values)
        {
            if (value is null) continue;
            (result, first) = (first ? value : operation(result, value), false);
        }

        return result;
    }

    private static object? Extreme(CqlList list, int wanted)
    {
        object? best = null;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } value && (best is null || Math.Sign(Ordering.Compare(value, best)) == wanted)) best = value;
        }

        return best;
    }
}
