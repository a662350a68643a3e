using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>If, Case and Coalesce: a condition that is null counts as not met.</summary>
internal static class ConditionalNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["If"] = If;
        table["Case"] = Case;
        table["Coalesce"] = Coalesce;
    }

    private static Evaluator If(NodeContext context)
    {
        var (condition, then, otherwise) = (context.Child("condition"), context.Child("then"), context.Child("else"));
        return frame => condition(frame) is true ? then(frame) : otherwise(frame);
    }

    private static Evaluator Case(NodeContext context)
    {
        var items = context.Node.List("caseItem");
        var compiler = context.Compiler;
        Evaluator[] conditions = [.. items.Select(item => compiler.Compile(item.Child("when")))];
        Evaluator[] results = [.. items.Select(item => compiler.Compile(item.Child("then")))];
        var otherwise = context.Optional("else") ?? (static _ => null);
        return context.Optional("comparand") is { } comparand
            ? Selected(comparand, conditions, results, otherwise)
            : Searched(conditions, results, otherwise);
    }

    private static Evaluator Searched(Evaluator[] conditions, Evaluator[] results, Evaluator otherwise) => frame =>
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i](frame) is true) return results[i](frame);
        }

        return otherwise(frame);
    };

    private static Evaluator Selected(Evaluator comparand, Evaluator[] candidates, Evaluator[] results, Evaluator otherwise) => frame =>
    {
        var value = comparand(frame);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (Equality.AreEqual(value, candidates[i](frame)) is true) return results[i](frame);
        }

        return otherwise(frame);
    };

    private static Evaluator Coalesce(NodeContext context)
    {
        var operands = context.Operands();
        var type = context.Node.List("operand") is [var only] ? only.ResultType : null;
        if (operands.Length == 1 && type is null or { Kind: CqlTypeKind.List }) return First(operands[0]);
        return frame =>
        {
            foreach (var operand in operands)
            {
                if (operand(frame) is { } value) return value;
            }

            return null;
        };
    }

    /// <summary>Coalesce of one list: its first element that is not null.</summary>
    private static Evaluator First(Evaluator source) => frame =>
    {
        var value = source(frame);
        if (value is not CqlList list) return value;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } element) return element;
        }

        return null;
    };
}
