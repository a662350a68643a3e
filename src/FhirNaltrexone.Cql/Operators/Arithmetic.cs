namespace FhirNaltrexone.Cql.Operators;

/// <summary>Arithmetic on numbers, quantities, uncertain whole numbers, dates and times. Overflow gives null.</summary>
internal static class Arithmetic
{
    private const int Digits = 8;

    public static object? Add(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (int x, int y) => Fit((long)x + y),
        (long x, long y) => Checked((x, y), static pair => checked(pair.x + pair.y)),
        (decimal x, decimal y) => Checked((x, y), static pair => Clamp(pair.x + pair.y)),
        (CqlQuantity x, CqlQuantity y) => Units.Add(x, y, 1),
        (CqlTemporal x, CqlQuantity y) => DateArithmetic.Add(x, y, 1),
        (CqlUncertainty or int or long, CqlUncertainty or int or long) => Combine(left, right, static (x, y) => x + y),
        (string x, string y) => x + y,
        _ => throw Undefined("Add", left, right),
    };

    public static object? Subtract(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (int x, int y) => Fit((long)x - y),
        (long x, long y) => Checked((x, y), static pair => checked(pair.x - pair.y)),
        (decimal x, decimal y) => Checked((x, y), static pair => Clamp(pair.x - pair.y)),
        (CqlQuantity x, CqlQuantity y) => Units.Add(x, y, -1),
        (CqlTemporal x, CqlQuantity y) => DateArithmetic.Add(x, y, -1),
        (CqlUncertainty or int or long, CqlUncertainty or int or long) => Combine(left, right, static (x, y) => x - y),
        _ => throw Undefined("Subtract", left, right),
    };

    public static object? Multiply(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (int x, int y) => Fit((long)x * y),
        (long x, long y) => Checked((x, y), static pair => checked(pair.x * pair.y)),
        (decimal x, decimal y) => Checked((x, y), static pair => Clamp(pair.x * pair.y)),
        (CqlQuantity x, CqlQuantity y) => Units.Multiply(x, y, 1),
        (CqlQuantity x, decimal y) => Units.Multiply(x, new CqlQuantity(y, null), 1),
        (decimal x, CqlQuantity y) => Units.Multiply(new CqlQuantity(x, null), y, 1),
        (CqlUncertainty or int or long, CqlUncertainty or int or long) => Combine(left, right, static (x, y) => x * y),
        _ => throw Undefined("Multiply", left, right),
    };

    public static object? Divide(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (CqlQuantity x, CqlQuantity y) => y.Value == 0 ? null : Units.Multiply(x, y, -1),
        (CqlQuantity x, decimal y) => y == 0 ? null : x with { Value = Round(x.Value / y) },
        (decimal or int or long, decimal or int or long) => ToDecimal(right) == 0 ? null : Checked((left, right), static pair => Clamp(ToDecimal(pair.left) / ToDecimal(pair.right))),
        _ => throw Undefined("Divide", left, right),
    };

    public static object? TruncatedDivide(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (int x, int y) => y == 0 ? null : Fit((long)x / y),
        (long x, long y) => y == 0 ? null : Checked((x, y), static pair => checked(pair.x / pair.y)),
        (decimal x, decimal y) => y == 0 ? null : Checked((x, y), static pair => decimal.Truncate(pair.x / pair.y)),
        (CqlQuantity x, CqlQuantity y) => SameUnit(x, y, static (a, b) => decimal.Truncate(a / b)),
        _ => throw Undefined("TruncatedDivide", left, right),
    };

    public static object? Modulo(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (int x, int y) => y == 0 ? null : y == -1 ? 0 : x % y,
        (long x, long y) => y == 0 ? null : y == -1 ? 0L : x % y,
        (decimal x, decimal y) => y == 0 ? null : Checked((x, y), static pair => pair.x % pair.y),
        (CqlQuantity x, CqlQuantity y) => SameUnit(x, y, static (a, b) => a % b),
        _ => throw Undefined("Modulo", left, right),
    };

    public static object? Negate(object? value) => value switch
    {
        null => null,
        int number => Fit(-(long)number),
        long number => Checked(number, static value => checked(-value)),
        decimal number => -number,
        CqlQuantity quantity => quantity with { Value = -quantity.Value },
        _ => throw Undefined("Negate", value),
    };

    public static object? Abs(object? value) => value switch
    {
        null => null,
        int number => Fit(Math.Abs((long)number)),
        long number => Checked(number, static value => Math.Abs(value)),
        decimal number => Math.Abs(number),
        CqlQuantity quantity => quantity with { Value = Math.Abs(quantity.Value) },
        _ => throw Undefined("Abs", value),
    };

    public static object? Power(object? left, object? right)
    {
        if (left is null || right is null) return null;
        if (left is int or long && right is int or long && ToDecimal(right) >= 0) return WholePower(left, right);
        return FromDouble(Math.Pow((double)ToDecimal(left), (double)ToDecimal(right)));
    }

    /// <summary>Natural logarithm; null for a negative number.</summary>
    /// <exception cref="CqlException">The number is zero.</exception>
    public static object? Ln(object? value)
    {
        if (value is null) return null;
        var number = ToDecimal(value);
        if (number == 0) throw new CqlException("The logarithm of zero is not defined.");
        return number < 0 ? null : FromDouble(Math.Log((double)number));
    }

    public static object? Log(object? value, object? @base)
    {
        if (value is null || @base is null) return null;
        var (number, root) = ((double)ToDecimal(value), (double)ToDecimal(@base));
        return number <= 0 || root <= 0 || root == 1 ? null : FromDouble(Math.Log(number) / Math.Log(root));
    }

    /// <summary>e to the power; the one function whose overflow is an error, as the suite of CQL asks.</summary>
    /// <exception cref="CqlException">The result is too large for a Decimal.</exception>
    public static object? Exp(object? value)
    {
        if (value is null) return null;
        return FromDouble(Math.Exp((double)ToDecimal(value))) ?? throw new CqlException("The result of Exp is too large for a Decimal.");
    }

    /// <summary>Rounds half away from zero above and half up below, as CQL does: 0.5 to 1, -0.5 to -1.</summary>
    public static object? Round(object? value, object? places)
    {
        if (value is null) return null;
        var digits = places is int given ? Math.Clamp(given, 0, 28) : 0;
        return decimal.Round(ToDecimal(value), digits, MidpointRounding.AwayFromZero);
    }

    public static object? ToInteger(object? value, Func<decimal, decimal> rounding)
    {
        if (value is null) return null;
        var whole = rounding(ToDecimal(value));
        return whole is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)whole) : null;
    }

    public static decimal ToDecimal(object value) => value switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        _ => throw new CqlException($"A number is needed, but the value is of type {TypeNames.Of(value)}."),
    };

    public static (long Low, long High) Range(object value) => value switch
    {
        CqlUncertainty range => (range.Low, range.High),
        int number => (number, number),
        _ => ((long)value, (long)value),
    };

    /// <summary>Number of decimal places that count, trailing zeros left out.</summary>
    public static int Places(decimal value)
    {
        var (places, rest) = ((value / 1.0000000000000000000000000000m).Scale, value);
        return rest == decimal.Truncate(rest) ? 0 : places;
    }

    /// <summary>Rounds a computed decimal to the 8 places CQL keeps.</summary>
    public static decimal Round(decimal value) => value.Scale <= Digits ? value : decimal.Round(value, Digits, MidpointRounding.AwayFromZero);

    /// <summary>The result; null when it overflows. Operands are handed over, because a closure would be made for every call, overflow or not.</summary>
    public static object? Checked<TOperands, T>(TOperands operands, Func<TOperands, T> operation)
    {
        try
        {
            return operation(operands);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Clamp(decimal value) => Round(value);

    private static object? Fit(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)value) : null;

    private static decimal? FromDouble(double value)
    {
        if (double.IsNaN(value) || Math.Abs(value) > 7.9e28) return null;
        return Round(new decimal(value));
    }

    private static object? WholePower(object left, object right)
    {
        return Checked((left, right), static pair =>
        {
            var (result, factor) = (1m, ToDecimal(pair.left));
            for (var exponent = ToDecimal(pair.right); exponent > 0 && result is not (0 or 1 or -1) | exponent <= 4096; exponent--) result *= factor;
            return pair.left is int && pair.right is int ? (object)checked((int)result) : checked((long)result);
        });
    }

    private static object? SameUnit(CqlQuantity left, CqlQuantity right, Func<decimal, decimal, decimal> operation)
    {
        if (right.Value == 0 || Units.Convert(right, left.Unit) is not { } converted) return null;
        return Checked((left, converted, operation), static each => each.left with { Value = Round(each.operation(each.left.Value, each.converted)) });
    }

    private static CqlUncertainty Combine(object left, object right, Func<long, long, long> operation)
    {
        var (lowX, highX) = Range(left);
        var (lowY, highY) = Range(right);
        ReadOnlySpan<long> results = [operation(lowX, lowY), operation(lowX, highY), operation(highX, lowY), operation(highX, highY)];
        var (least, most) = (results[0], results[0]);
        foreach (var result in results) (least, most) = (Math.Min(least, result), Math.Max(most, result));
        return new CqlUncertainty(least, most);
    }

    private static CqlException Undefined(string name, params object?[] operands) =>
        new($"{name} is not defined for {string.Join(" and ", operands.Select(TypeNames.Of))}.");
}
