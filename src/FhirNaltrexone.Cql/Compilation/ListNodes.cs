using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Lists: making them, parts of them, sets of their elements.</summary>
internal static class ListNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["List"] = List;
        table["Exists"] = Exists;
        table["First"] = context => End(context, static list => list.Count == 0 ? null : list[0]);
        table["Last"] = context => End(context, static list => list.Count == 0 ? null : list[list.Count - 1]);
        table["SingletonFrom"] = context => Partial(context, Lists.Singleton);
        table["Flatten"] = context => Partial(context, Lists.Flatten);
        table["Distinct"] = context => Partial(context, Lists.Distinct);
        table["ToList"] = ToList;
        table["IndexOf"] = IndexOf;
        table["Indexer"] = context => context.Strict(static (source, index) => At(source, (int)index));
        table["Length"] = Length;
        table["Slice"] = Slice;
    }

    /// <summary>Whether a query finds anything is known at its first row: no list is made for it.</summary>
    private static Evaluator Exists(NodeContext context)
    {
        if (TextSearch.Compile(context) is { } search) return search;
        var operand = context.Operand(0);
        return operand is QueryPlan { CanStopEarly: true } query ? new ExistsRow(query) : new ExistsElement(operand);
    }

    private static Evaluator List(NodeContext context)
    {
        var elements = context.Operands("element");
        if (elements.Length > 0 && context.Node.List("element").All(element => element.Type == "Literal"))
        {
            var constant = new CqlList([.. context.Node.List("element").Select(literal => Literals.Read(literal))], elements.Length);
            return Evaluator.Always(constant);
        }

        return Evaluator.Of(frame =>
        {
            var items = new object?[elements.Length];
            for (var i = 0; i < items.Length; i++) items[i] = elements[i].Evaluate(frame);
            return new CqlList(items, items.Length);
        });
    }

    private static Evaluator End(NodeContext context, Func<CqlList, object?> end)
    {
        var source = context.Child("source");
        return Evaluator.Of(frame => source.Evaluate(frame) is CqlList list ? end(list) : null);
    }

    private static Evaluator Partial(NodeContext context, Func<CqlList, object?> operation) => NodeContext.OfList(context.Operand(0), operation);

    private static Evaluator ToList(NodeContext context)
    {
        var operand = context.Operand(0);
        return Evaluator.Of(frame => operand.Evaluate(frame) is { } value ? CqlList.Of(value) : CqlList.Empty);
    }

    private static Evaluator IndexOf(NodeContext context)
    {
        var (source, element) = (context.Child("source"), context.Child("element"));
        return Evaluator.Of(frame =>
        {
            if (source.Evaluate(frame) is not CqlList list || element.Evaluate(frame) is not { } value) return null;
            frame.Elements(list);
            return Lists.IndexOf(list, value);
        });
    }

    private static object? At(object source, int index) => source switch
    {
        CqlList list => index >= 0 && index < list.Count ? list[index] : null,
        string text => Strings.At(text, index),
        _ => null,
    };

    /// <summary>Length of text is null for null, length of a null list is 0.</summary>
    private static Evaluator Length(NodeContext context)
    {
        var operand = context.Operand(0);
        var ofText = context.Node.List("operand") is [var node] && node.ResultType?.ToString() is "System.String";
        return Evaluator.Of(frame => operand.Evaluate(frame) switch
        {
            string text => Boxes.Of(text.Length),
            CqlList list => Boxes.Of(list.Count),
            _ => ofText ? null : Boxes.Of(0),
        });
    }

    /// <summary>Skip, Tail and Take are slices; a negative end counts from the end, a null end of Take is an empty list.</summary>
    private static Evaluator Slice(NodeContext context)
    {
        var (source, start, end) = (context.Child("source"), context.Optional("startIndex"), context.Optional("endIndex"));
        return Evaluator.Of(frame =>
        {
            if (source.Evaluate(frame) is not CqlList list) return null;
            var first = start?.Evaluate(frame) is int from ? from : 0;
            var last = end?.Evaluate(frame) is int to ? to : list.Count;
            if (first < 0) first += list.Count;
            if (last < 0) last += list.Count;
            return list.Slice(Math.Clamp(first, 0, list.Count), Math.Clamp(last, 0, list.Count));
        });
    }

    private sealed class ExistsRow(QueryPlan query) : Evaluator
    {
        public override object? Evaluate(Frame frame) => query.FindsAny(frame) ? Boxes.True : Boxes.False;
    }

    private sealed class ExistsElement(Evaluator source) : Evaluator
    {
        public override object? Evaluate(Frame frame) => Lists.Exists(source.Evaluate(frame) as CqlList) ? Boxes.True : Boxes.False;
    }
}
