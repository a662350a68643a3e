using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Making dates and times, taking them apart, and the durations between them.</summary>
internal static class DateNodes
{
    private static readonly string[] DateParts = ["year", "month", "day"];
    private static readonly string[] DateTimeParts = [.. DateParts, "hour", "minute", "second", "millisecond"];
    private static readonly string[] TimeParts = ["hour", "minute", "second", "millisecond"];

    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Now"] = static _ => Evaluator.Of(static frame => frame.Now);
        table["Today"] = static _ => Evaluator.Of(static frame => frame.Today);
        table["TimeOfDay"] = static _ => Evaluator.Of(static frame => Conversions.ToTime(frame.Now));
        table["Date"] = context => Make(context, DateParts, 0, static (packed, precision, _) => new CqlDate(packed, precision));
        table["Time"] = context => Make(context, TimeParts, 3, static (packed, precision, _) => new CqlTime(packed, precision));
        table["DateTime"] = DateTime;
        table["DateTimeComponentFrom"] = Component;
        table["DateFrom"] = context => context.Unary(Conversions.ToDate);
        table["TimeFrom"] = context => context.Unary(Conversions.ToTime);
        table["TimezoneOffsetFrom"] = context => context.Unary(static value => value is CqlDateTime moment ? moment.OffsetMinutes / 60m : null);
        table["DurationBetween"] = context => Between(context, Durations.Between);
        table["DifferenceBetween"] = context => Between(context, Durations.Difference);
        table["CalculateAge"] = Age;
        table["CalculateAgeAt"] = context => Between(context, Durations.Between);
    }

    private static Evaluator DateTime(NodeContext context)
    {
        if (MomentOfItself.Compile(context) is { } filled) return filled;
        var offset = context.Optional("timezoneOffset");
        return Make(context, DateTimeParts, 0, (packed, precision, frame) => offset?.Evaluate(frame) is { } hours
            ? new CqlDateTime(packed, precision, (int)(Arithmetic.ToDecimal(hours) * 60), true, frame.Offset)
            : new CqlDateTime(packed, precision, frame.Offset, false, frame.Offset));
    }

    /// <summary>Reads components until the first that is null; none at all is null.</summary>
    private static Evaluator Make(NodeContext context, string[] parts, int before, Func<long, CqlPrecision, Frame, CqlTemporal> make)
    {
        Evaluator?[] components = [.. parts.Select(part => context.Optional(part))];
        if (components.All(component => component is null)) return context.Fail("A date or time has no components.");
        return Constant(context, parts) ? Lazily(Evaluate) : Evaluator.Of(Evaluate);

        object? Evaluate(Frame frame)
        {
            Span<int> values = stackalloc int[7];
            var known = 0;
            for (; known < components.Length && components[known]?.Evaluate(frame) is int value; known++) values[before + known] = before + known == 6 ? Milliseconds(value) : value;
            if (known == 0) return null;
            var precision = (CqlPrecision)(before + known);
            var packed = Pack(values, before, precision);
            return make(packed, precision, frame);
        }
    }

    /// <summary>The translator writes a fraction of five digits as a number of five digits; only the first three count.</summary>
    private static int Milliseconds(int value)
    {
        while (value > 999) value /= 10;
        return value;
    }

    /// <summary>Literal dates are made once; those that take the offset of the evaluation again only when it changes.</summary>
    private static bool Constant(NodeContext context, string[] parts) =>
        parts.All(part => context.Node.Child(part) is { IsDefined: false } or { Type: "Literal" });

    private static Evaluator Lazily(Func<Frame, object?> make)
    {
        CqlTemporal? kept = null;
        return Evaluator.Of(frame =>
        {
            var value = kept;
            if (value is null || (value is CqlDateTime moment && moment.EvaluationOffset != frame.Offset)) kept = value = (CqlTemporal?)make(frame);
            return value;
        });
    }

    private static long Pack(ReadOnlySpan<int> values, int before, CqlPrecision precision)
    {
        foreach (var value in values)
        {
            if (value is < 0 or > 9999) throw new CqlException("A date or time has a component out of its range.");
        }

        var fits = values[1] <= 12 && values[2] <= 31 && values[3] <= 23 && values[4] <= 59 && values[5] <= 59 && values[6] <= 999;
        if (!fits) throw new CqlException("A date or time has a component out of its range.");
        var packed = Calendar.Pack(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
        Calendar.Check(before == 0 ? packed : packed | Calendar.Pack(1, 1, 1), precision);
        return packed;
    }

    private static Evaluator Component(NodeContext context)
    {
        if (context.Precision is not { } precision) return context.Fail("The component is not known.");
        return new ComponentOf(context.Operand(0), precision);
    }

    private static Evaluator Between(NodeContext context, Func<object?, object?, DurationUnit, object?> operation)
    {
        if (context.Unit is not { } unit) return context.Fail("The unit of the duration is not known.");
        return context.Strict((from, to) => operation(from, to, unit));
    }

    private static Evaluator Age(NodeContext context)
    {
        if (context.Unit is not { } unit) return context.Fail("The unit of the age is not known.");
        var birth = context.Operand(0);
        return Evaluator.Of(frame => birth.Evaluate(frame) is { } date ? Durations.Between(date, date is CqlDate ? frame.Today : frame.Now, unit) : null);
    }

    private sealed class ComponentOf(Evaluator operand, CqlPrecision precision) : Evaluator
    {
        public override object? Evaluate(Frame frame)
            => operand.Evaluate(frame) is CqlTemporal temporal && temporal.Component(precision) is { } number && !(temporal is CqlTime && precision < CqlPrecision.Hour)
                ? Boxes.Of(number)
                : null;
    }
}
