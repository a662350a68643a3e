using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Membership and inclusion, in lists and intervals alike. Nothing is a member of null.</summary>
internal static class MembershipNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["In"] = context => Texts(context) is { } texts ? new OneOfTexts(context.Operand(0), texts) : Member(context, 1, Contains, Boxes.False);
        table["Contains"] = context => Member(context, 0, Contains, Boxes.False);
        table["ProperIn"] = context => Member(context, 1, ProperlyContains, OfNull(context, 1));
        table["ProperContains"] = context => Member(context, 0, ProperlyContains, OfNull(context, 0));
        table["IncludedIn"] = context => Inclusion(context, 1, Includes);
        table["Includes"] = context => Inclusion(context, 0, Includes);
        table["ProperIncludedIn"] = context => Inclusion(context, 1, ProperlyIncludes);
        table["ProperIncludes"] = context => Inclusion(context, 0, ProperlyIncludes);
    }

    /// <summary>Proper membership in a null list is false, in a null interval null: so the public suite has it.</summary>
    private static object? OfNull(NodeContext context, int container)
    {
        var node = context.Node.List("operand")[container];
        var type = node.ResultType ?? ElmTypes.Read(node, "asType", "asTypeSpecifier");
        return type?.Kind == CqlTypeKind.Interval ? null : Boxes.False;
    }

    private static MemberOf Member(NodeContext context, int container, Func<object, object?, CqlPrecision?, bool?> operation, object? ofNull)
    {
        return new MemberOf(context.Operand(container), context.Operand(1 - container), context.Precision, operation, ofNull);
    }

    /// <summary>The texts of a list of literal texts; null when the container is anything else.</summary>
    private static string[]? Texts(NodeContext context)
    {
        if (context.Precision is not null || context.Node.List("operand") is not [_, { Type: "List" } list]) return null;
        var elements = list.List("element");
        string[] texts = [.. elements.Where(each => each.Type == "Literal").Select(each => Literals.Read(each)).OfType<string>()];
        return texts.Length > 0 && texts.Length == elements.Count ? texts : null;
    }

    private static Evaluator Inclusion(NodeContext context, int container, Func<object, object, CqlPrecision?, bool?> operation)
    {
        var (outer, inner, precision) = (context.Operand(container), context.Operand(1 - container), context.Precision);
        return Evaluator.Of(frame =>
        {
            if (outer.Evaluate(frame) is not { } range || inner.Evaluate(frame) is not { } part) return null;
            frame.Elements(range as CqlList);
            frame.Elements(part as CqlList);
            return Boxes.Of(operation(range, part, precision));
        });
    }

    private static bool? Contains(object range, object? element, CqlPrecision? precision) => range switch
    {
        CqlInterval interval => Intervals.Contains(interval, element, precision),
        CqlList list => Lists.Member(list, element),
        _ => null,
    };

    private static bool? ProperlyContains(object range, object? element, CqlPrecision? precision) => range switch
    {
        CqlInterval interval => Intervals.ProperlyContains(interval, element, precision),
        CqlList list => Lists.ProperlyContains(list, element),
        _ => null,
    };

    private static bool? Includes(object outer, object inner, CqlPrecision? precision) => (outer, inner) switch
    {
        (CqlInterval x, CqlInterval y) => Intervals.Includes(x, y, precision),
        (CqlList x, CqlList y) => Lists.Includes(x, y),
        _ => Contains(outer, inner, precision),
    };

    private static bool? ProperlyIncludes(object outer, object inner, CqlPrecision? precision) => (outer, inner) switch
    {
        (CqlInterval x, CqlInterval y) => Intervals.ProperlyIncludes(x, y, precision),
        (CqlList x, CqlList y) => Lists.ProperlyIncludes(x, y),
        _ => ProperlyContains(outer, inner, precision),
    };

    private sealed class MemberOf(
        Evaluator outer, Evaluator inner, CqlPrecision? precision, Func<object, object?, CqlPrecision?, bool?> operation, object? ofNull) : Evaluator
    {
        public override object? Evaluate(Frame frame)
        {
            if (outer.Evaluate(frame) is not { } range) return ofNull;
            frame.Elements(range as CqlList);
            return Boxes.Of(operation(range, inner.Evaluate(frame), precision));
        }
    }

    /// <summary>Membership in literal texts: no other value is one of them, and of null it is not known.</summary>
    private sealed class OneOfTexts(Evaluator element, string[] texts) : Evaluator
    {
        public override object? Evaluate(Frame frame) => element.Evaluate(frame) switch
        {
            null => null,
            string text => Array.IndexOf(texts, text) >= 0 ? Boxes.True : Boxes.False,
            _ => Boxes.False,
        };
    }
}
