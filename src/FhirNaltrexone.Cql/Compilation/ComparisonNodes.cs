using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Equality, equivalence and order.</summary>
internal static class ComparisonNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Equal"] = Equal;
        table["NotEqual"] = context => context.Binary(static (x, y) => Boxes.Of(Logic.Not(Equality.AreEqual(x, y))));
        table["Equivalent"] = context => context.Binary(static (x, y) => Boxes.Of(Equality.AreEquivalent(x, y)));
        table["Less"] = context => context.Binary(static (x, y) => Boxes.Of(Points.Less(x, y)));
        table["LessOrEqual"] = context => context.Binary(static (x, y) => Boxes.Of(Points.LessOrEqual(x, y)));
        table["Greater"] = context => context.Binary(static (x, y) => Boxes.Of(Points.Less(y, x)));
        table["GreaterOrEqual"] = GreaterOrEqual;
    }

    private static Evaluator Equal(NodeContext context)
        => context.Node.List("operand") is [_, { Type: "Literal" } literal] && Literals.Read(literal) is string text
            ? new IsText(context.Operand(0), text)
            : context.Binary(static (x, y) => Boxes.Of(Equality.AreEqual(x, y)));

    /// <summary><c>PositionOf(part, text) >= 0</c> is how CQL asks whether a text contains another.</summary>
    private static Evaluator GreaterOrEqual(NodeContext context)
    {
        if (context.Node.List("operand") is [{ Type: "PositionOf" } position, { Type: "Literal" } literal] && Literals.Read(literal) is 0)
            return new ContainsText(context.Compiler.Compile(position.Child("string")), context.Compiler.Compile(position.Child("pattern")));
        return context.Binary(static (x, y) => Boxes.Of(Points.LessOrEqual(y, x)));
    }

    /// <summary>A value of another type is another value.</summary>
    private sealed class IsText(Evaluator operand, string text) : Evaluator
    {
        public override object? Evaluate(Frame frame) => operand.Evaluate(frame) switch
        {
            null => null,
            string value => value == text ? Boxes.True : Boxes.False,
            var other => Boxes.Of(Equality.AreEqual(other, text)),
        };
    }

    private sealed class ContainsText(Evaluator text, Evaluator part) : Evaluator
    {
        public override object? Evaluate(Frame frame)
            => part.Evaluate(frame) is string pattern && text.Evaluate(frame) is string whole
                ? whole.Contains(pattern, StringComparison.Ordinal) ? Boxes.True : Boxes.False
                : null;
    }
}
