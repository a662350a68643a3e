using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Three-valued logic. The right operand is not evaluated when the left one decides.</summary>
internal static class LogicNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["And"] = And;
        table["Or"] = Or;
        table["Xor"] = context => context.Binary(static (x, y) => Boxes.Of(Logic.Xor(Logic.Value(x), Logic.Value(y))));
        table["Implies"] = Implies;
        table["Not"] = Not;
        table["IsNull"] = context => Test(context, static value => value is null);
        table["IsTrue"] = context => Test(context, static value => value is true);
        table["IsFalse"] = context => Test(context, static value => value is false);
    }

    private static Evaluator And(NodeContext context)
    {
        var (left, right) = (context.Operand(0), context.Operand(1));
        return frame =>
        {
            var first = left(frame);
            if (first is false) return Boxes.False;
            var second = right(frame);
            return second is false ? Boxes.False : first is true && second is true ? Boxes.True : null;
        };
    }

    private static Evaluator Or(NodeContext context)
    {
        var (left, right) = (context.Operand(0), context.Operand(1));
        return frame =>
        {
            var first = left(frame);
            if (first is true) return Boxes.True;
            var second = right(frame);
            return second is true ? Boxes.True : first is false && second is false ? Boxes.False : null;
        };
    }

    private static Evaluator Implies(NodeContext context)
    {
        var (left, right) = (context.Operand(0), context.Operand(1));
        return frame =>
        {
            var first = left(frame);
            if (first is false) return Boxes.True;
            var second = right(frame);
            return second is true ? Boxes.True : first is true && second is false ? Boxes.False : null;
        };
    }

    private static Evaluator Not(NodeContext context)
    {
        var operand = context.Operand(0);
        return frame => operand(frame) switch { true => Boxes.False, false => Boxes.True, _ => null };
    }

    private static Evaluator Test(NodeContext context, Func<object?, bool> test)
    {
        var operand = context.Operand(0);
        return frame => Boxes.Of(test(operand(frame)));
    }
}
