using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>If, Case and Coalesce: a condition that is null counts as not met.</summary>
internal static class ConditionalNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["If"] = context => new If(context.Child("condition"), context.Child("then"), context.Child("else"));
        table["Case"] = Case;
        table["Coalesce"] = Coalesce;
    }

    private static Evaluator Case(NodeContext context)
    {
        var items = context.Node.List("caseItem");
        var compiler = context.Compiler;
        Evaluator[] conditions = [.. items.Select(item => compiler.Compile(item.Child("when")))];
        Evaluator[] results = [.. items.Select(item => compiler.Compile(item.Child("then")))];
        var otherwise = context.Optional("else") ?? Evaluator.Nothing;
        return context.Optional("comparand") is { } comparand
            ? new Selected(comparand, conditions, results, otherwise)
            : new Searched(conditions, results, otherwise);
    }

    private static Evaluator Coalesce(NodeContext context)
    {
        var operands = context.Operands();
        var type = context.Node.List("operand") is [var only] ? only.ResultType : null;
        if (operands.Length == 1 && type is null or { Kind: CqlTypeKind.List }) return new FirstOfList(operands[0]);
        return operands is [var value, var otherwise] ? new Either(value, otherwise) : new First(operands);
    }

    private sealed class If(Evaluator condition, Evaluator then, Evaluator otherwise) : Evaluator
    {
        public override object? Evaluate(Frame frame) => condition.Evaluate(frame) is true ? then.Evaluate(frame) : otherwise.Evaluate(frame);
    }

    private sealed class Searched(Evaluator[] conditions, Evaluator[] results, Evaluator otherwise) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            for (var i = 0; i < conditions.Length; i++)
            {
                if (conditions[i].Evaluate(frame) is true) return results[i].Evaluate(frame);
            }

            return otherwise.Evaluate(frame);
        }
    }

    private sealed class Selected(Evaluator comparand, Evaluator[] candidates, Evaluator[] results, Evaluator otherwise) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            var value = comparand.Evaluate(frame);
            for (var i = 0; i < candidates.Length; i++)
            {
                if (Equality.AreEqual(value, candidates[i].Evaluate(frame)) is true) return results[i].Evaluate(frame);
            }

            return otherwise.Evaluate(frame);
        }
    }

    private sealed class Either(Evaluator value, Evaluator otherwise) : Evaluator
    {
        public override object? Evaluate(Frame frame) => value.Evaluate(frame) ?? otherwise.Evaluate(frame);
    }

    private sealed class First(Evaluator[] operands) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            foreach (var operand in operands)
            {
                if (operand.Evaluate(frame) is { } value) return value;
            }

            return null;
        }
    }

    /// <summary>Coalesce of one list: its first element that is not null.</summary>
    private sealed class FirstOfList(Evaluator source) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            var value = source.Evaluate(frame);
            if (value is not CqlList list) return value;
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is { } element) return element;
            }

            return null;
        }
    }
}
