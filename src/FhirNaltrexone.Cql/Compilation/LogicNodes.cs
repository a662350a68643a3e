using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Three-valued logic. Operands are evaluated from left to right, and none after one that decides.</summary>
internal static class LogicNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["And"] = context => SeriesOf(context, decides: false);
        table["Or"] = context => SeriesOf(context, decides: true);
        table["Xor"] = context => context.Binary(static (x, y) => Boxes.Of(Logic.Xor(Logic.Value(x), Logic.Value(y))));
        table["Implies"] = context => new Implies(context.Operand(0), context.Operand(1));
        table["Not"] = Not;
        table["IsNull"] = IsNullOf;
        table["IsTrue"] = context => context.Of(static value => Boxes.Of(value is true));
        table["IsFalse"] = context => context.Of(static value => Boxes.Of(value is false));
    }

    private static Evaluator SeriesOf(NodeContext context, bool decides) => IsOfTwo(context.Node)
        ? new Series([.. Chain(context.Node, context.Node.Type, context.Compiler)], decides)
        : context.Fail("An operand is missing.");

    /// <summary>The operands of operators of one kind within each other: the operators are associative.</summary>
    private static IEnumerable<Evaluator> Chain(ElmNode node, string type, BodyCompiler compiler) => node.Type == type && IsOfTwo(node)
        ? node.List("operand").SelectMany(operand => Chain(operand, type, compiler))
        : [compiler.Compile(node)];

    private static bool IsOfTwo(ElmNode node) => node.List("operand").Count == 2;

    private static Evaluator IsNullOf(NodeContext context)
    {
        var operand = context.Operand(0);
        return operand is Slot slot ? new IsNullSlot(slot.Number) : new IsNull(operand);
    }

    private static Evaluator Not(NodeContext context)
        => context.Node.List("operand") is [{ Type: "IsNull" } test] && test.List("operand") is [var value]
            ? new IsKnown(context.Compiler.Compile(value))
            : new Negation(context.Operand(0));

    /// <summary>One operand of the deciding truth decides; else one that is not known leaves all unknown.</summary>
    private sealed class Series(Evaluator[] operands, bool decides) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            object? result = Boxes.Of(!decides);
            foreach (var operand in operands)
            {
                if (operand.Evaluate(frame) is not bool truth) result = null;
                else if (truth == decides) return Boxes.Of(decides);
            }

            return result;
        }
    }

    private sealed class Implies(Evaluator left, Evaluator right) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            var first = left.Evaluate(frame);
            if (first is false) return Boxes.True;
            var second = right.Evaluate(frame);
            return second is true ? Boxes.True : first is true && second is false ? Boxes.False : null;
        }
    }

    private sealed class Negation(Evaluator operand) : Evaluator
    {
        public override object? Evaluate(Frame frame) => operand.Evaluate(frame) switch { true => Boxes.False, false => Boxes.True, _ => null };
    }

    private sealed class IsNull(Evaluator operand) : Evaluator
    {
        public override object? Evaluate(Frame frame) => operand.Evaluate(frame) is null ? Boxes.True : Boxes.False;
    }

    private sealed class IsNullSlot(int slot) : Evaluator
    {
        public override object? Evaluate(Frame frame) => frame[slot] is null ? Boxes.True : Boxes.False;
    }

    private sealed class IsKnown(Evaluator operand) : Evaluator
    {
        public override object? Evaluate(Frame frame) => operand.Evaluate(frame) is null ? Boxes.False : Boxes.True;
    }
}
