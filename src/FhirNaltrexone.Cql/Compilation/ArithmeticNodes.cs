using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Arithmetic, and the least, greatest and neighbouring values of a type.</summary>
internal static class ArithmeticNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Add"] = context => OncePerEvaluation(context, context.Binary(Arithmetic.Add));
        table["Subtract"] = context => OncePerEvaluation(context, context.Binary(Arithmetic.Subtract));
        table["Multiply"] = context => context.Binary(Arithmetic.Multiply);
        table["Divide"] = context => context.Binary(Arithmetic.Divide);
        table["TruncatedDivide"] = context => context.Binary(Arithmetic.TruncatedDivide);
        table["Modulo"] = context => context.Binary(Arithmetic.Modulo);
        table["Power"] = context => context.Binary(Arithmetic.Power);
        table["Log"] = context => context.Binary(Arithmetic.Log);
        table["Negate"] = Negate;
        table["Abs"] = context => context.Unary(Arithmetic.Abs);
        table["Ln"] = context => context.Unary(Arithmetic.Ln);
        table["Exp"] = context => context.Unary(Arithmetic.Exp);
        table["Ceiling"] = context => context.Unary(static value => Arithmetic.ToInteger(value, decimal.Ceiling));
        table["Floor"] = context => context.Unary(static value => Arithmetic.ToInteger(value, decimal.Floor));
        table["Truncate"] = context => context.Unary(static value => Arithmetic.ToInteger(value, decimal.Truncate));
        table["Round"] = Round;
        table["Successor"] = context => context.Unary(Points.Successor);
        table["Predecessor"] = context => context.Unary(Points.Predecessor);
        table["Precision"] = context => context.Unary(Boundaries.Precision);
        table["LowBoundary"] = context => context.Binary(static (value, precision) => Boundaries.Of(value, precision, high: false));
        table["HighBoundary"] = context => context.Binary(static (value, precision) => Boundaries.Of(value, precision, high: true));
        table["MinValue"] = context => Extreme(context, Points.Minimum, "least");
        table["MaxValue"] = context => Extreme(context, Points.Maximum, "greatest");
    }

    /// <summary>Limits of time such as <c>Now() - "Max Age"</c> stand in conditions on every row and are the same for all.</summary>
    private static Evaluator OncePerEvaluation(NodeContext context, Evaluator evaluator)
        => KeyOf(context.Node, context.Compiler) is { } key ? new Kept(context.Compiler.Linker.SharedSlot(key), evaluator) : evaluator;

    /// <summary>What a node means everywhere; null when it may differ within an evaluation.</summary>
    private static string? KeyOf(ElmNode node, BodyCompiler compiler) => node.Type switch
    {
        "Now" or "Today" => node.Type,
        "ParameterRef" => $"{compiler.Symbols.Of(node.Text("libraryName"))?.Name}.{node.Text("name")}",
        "Quantity" => $"{node.Text("value")} {node.Text("unit")}",
        "Add" or "Subtract" when node.List("operand") is [var left, var right] && KeyOf(left, compiler) is { } first && KeyOf(right, compiler) is { } second
            => $"{node.Type}({first},{second})",
        _ => null,
    };

    /// <summary>A negated literal is read with its sign, since -2147483648 has no positive counterpart.</summary>
    private static Evaluator Negate(NodeContext context)
    {
        if (context.Node.List("operand") is [{ Type: "Literal" } literal] && Literals.Read(literal, "-") is { } value) return Evaluator.Always(value);
        return context.Unary(Arithmetic.Negate);
    }

    private static Evaluator Round(NodeContext context)
    {
        var (operand, precision) = (context.Operand(0), context.Optional("precision"));
        return Evaluator.Of(frame => Arithmetic.Round(operand.Evaluate(frame), precision?.Evaluate(frame)));
    }

    private static Evaluator Extreme(NodeContext context, Func<PointKind, object?> extreme, string which)
    {
        var type = CqlType.Named(context.Node.Text("valueType") ?? "");
        var value = extreme(type.PointKind);
        return Evaluator.Of(_ => value ?? throw new CqlException($"Type {type} has no {which} value."));
    }

    private sealed class Kept(int slot, Evaluator evaluator) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame.Keep(slot, evaluator, static (frame, each) => each.Evaluate(frame));
    }
}
