using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Making intervals, their parts, and intervals made of intervals.</summary>
internal static class IntervalNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Interval"] = Interval;
        table["Start"] = context => OfInterval(context, Intervals.Low);
        table["End"] = context => OfInterval(context, Intervals.High);
        table["Width"] = context => OfInterval(context, Intervals.Width);
        table["Size"] = context => OfInterval(context, static interval =>
            Arithmetic.Add(Intervals.Width(interval), interval.Kind switch { PointKind.Integer => 1, PointKind.Long => 1L, _ => (object)Points.Step }));
        table["PointFrom"] = context => OfInterval(context, Intervals.PointFrom);
        table["Union"] = context => Sets(context, IntervalSets.Union, Lists.Union, nullIsEmpty: true);
        table["Intersect"] = context => Sets(context, IntervalSets.Intersect, static (x, y) => x is null || y is null ? null : Lists.Intersect(x, y), nullIsEmpty: false);
        table["Except"] = context => Sets(context, IntervalSets.Except, static (x, y) => x is null ? null : Lists.Except(x, y), nullIsEmpty: false);
        table["Collapse"] = context => OfIntervals(context, IntervalSets.Collapse);
        table["Expand"] = Expand;
    }

    private static Evaluator Interval(NodeContext context)
    {
        var (low, high) = (context.Optional("low") ?? Evaluator.Nothing, context.Optional("high") ?? Evaluator.Nothing);
        var (lowClosed, highClosed) = (Closed(context, "low"), Closed(context, "high"));
        var kind = context.Node.ResultType is { Kind: CqlTypeKind.Interval } type ? type.Element.PointKind : PointKind.Any;
        return Evaluator.Of(frame => Intervals.Make(low.Evaluate(frame), high.Evaluate(frame), lowClosed.Evaluate(frame) is not false, highClosed.Evaluate(frame) is not false, kind));
    }

    private static Evaluator Closed(NodeContext context, string side)
    {
        if (context.Optional(side + "ClosedExpression") is { } expression) return expression;
        var closed = Boxes.Of(context.Node.Flag(side + "Closed"));
        return Evaluator.Always(closed);
    }

    private static Evaluator OfInterval(NodeContext context, Func<CqlInterval, object?> operation)
    {
        var operand = context.Operand(0);
        return Evaluator.Of(frame => operand.Evaluate(frame) is CqlInterval interval ? operation(interval) : null);
    }

    /// <summary>Set operators work on two intervals, or on two lists of which one may be null.</summary>
    private static Evaluator Sets(
        NodeContext context, Func<CqlInterval, CqlInterval, object?> intervals, Func<CqlList?, CqlList?, CqlList?> lists, bool nullIsEmpty)
    {
        var (left, right) = (context.Operand(0), context.Operand(1));
        return Evaluator.Of(frame =>
        {
            var (first, second) = (left.Evaluate(frame), right.Evaluate(frame));
            frame.Elements(first as CqlList);
            frame.Elements(second as CqlList);
            return (first, second) switch
            {
                (CqlInterval x, CqlInterval y) => intervals(x, y),
                (CqlList x, CqlList y) => lists(x, y),
                (CqlList x, null) => lists(x, null),
                (null, CqlList y) => nullIsEmpty ? lists(null, y) : null,
                _ => null,
            };
        });
    }

    private static Evaluator OfIntervals(NodeContext context, Func<CqlList, CqlQuantity?, object?> operation)
    {
        var operands = context.Operands();
        return Evaluator.Of(frame => operands[0].Evaluate(frame) is CqlList list ? operation(list, Per(operands, frame)) : null);
    }

    /// <summary>Expanding one interval gives the points its pieces start at; expanding a list gives the pieces.</summary>
    private static Evaluator Expand(NodeContext context)
    {
        var operands = context.Operands();
        return Evaluator.Of(frame => operands[0].Evaluate(frame) switch
        {
            CqlList list => IntervalSets.Expand(list, Per(operands, frame)),
            CqlInterval interval => Starts(IntervalSets.Expand(CqlList.Of(interval), Per(operands, frame))),
            _ => null,
        });
    }

    private static CqlList Starts(CqlList pieces)
    {
        var result = new CqlList(pieces.Count);
        for (var i = 0; i < pieces.Count; i++) result.Add(((CqlInterval)pieces[i]!).Low);
        return result;
    }

    private static CqlQuantity? Per(Evaluator[] operands, Frame frame) => operands.Length > 1 ? operands[1].Evaluate(frame) as CqlQuantity : null;
}
