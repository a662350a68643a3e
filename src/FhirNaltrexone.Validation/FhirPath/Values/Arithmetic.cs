namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>The operators of mathematics (FHIRPath N1, 6.6 and 6.7). What is out of range, and division by zero, gives nothing.</summary>
internal static class Arithmetic
{
    /// <summary>Applies an operator to two System values.</summary>
    /// <param name="operation">Symbol or word.</param>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="result">Nothing when out of range.</param>
    /// <returns>False when the operator does not take such values.</returns>
    public static bool TryApply(string operation, in FhirPathValue left, in FhirPathValue right, out FhirPathValue result)
    {
        result = default;
        try
        {
            return (left.Kind, right.Kind) switch
            {
                (FhirPathKind.Integer, FhirPathKind.Integer) => Integers(operation, left.Integer!.Value, right.Integer!.Value, out result),
                (FhirPathKind.Integer or FhirPathKind.Decimal, FhirPathKind.Integer or FhirPathKind.Decimal) =>
                    Decimals(operation, left.Number!.Value, right.Number!.Value, out result),
                (FhirPathKind.String, FhirPathKind.String) => Texts(operation, left.Text!, right.Text!, out result),
                (FhirPathKind.Date or FhirPathKind.DateTime or FhirPathKind.Time, FhirPathKind.Quantity) =>
                    Times(operation, left.Time!, right.Quantity!, out result),
                _ => Conversions.AsQuantity(left) is { } quantity && Conversions.AsQuantity(right) is { } other && Quantities(operation, quantity, other, out result),
            };
        }
        catch (OverflowException)
        {
            return true;
        }
    }

    private static bool Integers(string operation, long left, long right, out FhirPathValue result)
    {
        result = default;
        long? number = operation switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "div" => right == 0 ? null : left / right,
            "mod" => right == 0 ? null : left % right,
            _ => null,
        };
        if (operation == "/") return Decimals(operation, left, right, out result);
        if (number is >= int.MinValue and <= int.MaxValue) result = FhirPathValue.Of((int)number);
        return operation != "&";
    }

    private static bool Decimals(string operation, decimal left, decimal right, out FhirPathValue result)
    {
        result = default;
        if (operation is "/" or "div" or "mod" && right == 0) return true;
        switch (operation)
        {
            case "+":
                result = FhirPathValue.Of(left + right);
                return true;
            case "-":
                result = FhirPathValue.Of(left - right);
                return true;
            case "*":
                result = FhirPathValue.Of(left * right);
                return true;
            case "/":
                result = FhirPathValue.Of(left / right);
                return true;
            case "mod":
                result = FhirPathValue.Of(left % right);
                return true;
            default:
                var quotient = decimal.Truncate(left / right);
                if (quotient is >= int.MinValue and <= int.MaxValue) result = FhirPathValue.Of((int)quotient);
                return true;
        }
    }

    private static bool Texts(string operation, string left, string right, out FhirPathValue result)
    {
        result = operation == "+" ? FhirPathValue.Of(left + right) : default;
        return operation == "+";
    }

    private static bool Times(string operation, PartialTime time, UnitQuantity quantity, out FhirPathValue result)
    {
        result = default;
        if (operation is not ("+" or "-") || quantity.Duration is not { } unit) return false;
        if (!PartialTimeArithmetic.TryAdd(time, operation == "+" ? quantity.Value : -quantity.Value, unit, out var sum)) return false;
        if (sum is not null) result = FhirPathValue.Of(sum);
        return true;
    }

    private static bool Quantities(string operation, UnitQuantity left, UnitQuantity right, out FhirPathValue result)
    {
        var quantity = operation switch
        {
            "+" => left.Plus(right),
            "-" => left.Plus(right with { Value = -right.Value }),
            "*" => Product(left, right, left.Value * right.Value, "."),
            "/" => right.Value == 0 ? null : Product(left, right, left.Value / right.Value, "/"),
            _ => null,
        };
        result = quantity is null ? default : FhirPathValue.Of(quantity);
        return operation is "+" or "-" or "*" or "/";
    }

    private static UnitQuantity? Product(UnitQuantity left, UnitQuantity right, decimal value, string sign)
    {
        if (right.Unit == UnitQuantity.One) return left with { Value = value };
        if (left.Unit == UnitQuantity.One && sign == ".") return right with { Value = value };
        if (left.Unit == right.Unit && left.IsUcum == right.IsUcum && sign == "/") return new(value, UnitQuantity.One);
        if (!left.IsUcum || !right.IsUcum) return null;

        // UCUM reads from left to right, so that only a composed divisor needs parentheses.
        var isComposed = sign == "/" && right.Unit.AsSpan().ContainsAny('.', '/');
        return new(value, left.Unit + sign + (isComposed ? $"({right.Unit})" : right.Unit));
    }
}
