using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Relations in time order between points and intervals: a point counts as an interval of itself.</summary>
internal static class TimingNodes
{
    private delegate bool? Relation(CqlInterval left, CqlInterval right, CqlPrecision? precision);

    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Before"] = context => Ordered(context, static (x, y, precision) => Points.Less(Last(x), First(y), precision));
        table["After"] = context => Ordered(context, static (x, y, precision) => Points.Less(Last(y), First(x), precision));
        table["SameOrBefore"] = context => Ordered(context, static (x, y, precision) => Points.LessOrEqual(Last(x), First(y), precision));
        table["SameOrAfter"] = context => Ordered(context, static (x, y, precision) => Points.LessOrEqual(Last(y), First(x), precision));
        table["SameAs"] = context => Ordered(context, Same);
        table["Overlaps"] = context => Related(context, Intervals.Overlaps);
        table["OverlapsBefore"] = context => Related(context, Intervals.OverlapsBefore);
        table["OverlapsAfter"] = context => Related(context, Intervals.OverlapsAfter);
        table["Meets"] = context => Related(context, Intervals.Meets);
        table["MeetsBefore"] = context => Related(context, Intervals.MeetsBefore);
        table["MeetsAfter"] = context => Related(context, Intervals.MeetsAfter);
        table["Starts"] = context => Related(context, Intervals.Starts);
        table["Ends"] = context => Related(context, Intervals.Ends);
    }

    private static Evaluator Ordered(NodeContext context, Func<object, object, CqlPrecision?, bool?> relation)
    {
        var (left, right, precision) = (context.Operand(0), context.Operand(1), context.Precision);
        return Evaluator.Of(frame => left.Evaluate(frame) is { } x && right.Evaluate(frame) is { } y ? Boxes.Of(relation(x, y, precision)) : null);
    }

    private static Evaluator Related(NodeContext context, Relation relation)
    {
        var (left, right, precision) = (context.Operand(0), context.Operand(1), context.Precision);
        return Evaluator.Of(frame => left.Evaluate(frame) is CqlInterval x && right.Evaluate(frame) is CqlInterval y ? Boxes.Of(relation(x, y, precision)) : null);
    }

    private static object? First(object value) => value is CqlInterval interval ? Intervals.Low(interval) : value;

    private static object? Last(object value) => value is CqlInterval interval ? Intervals.High(interval) : value;

    private static bool? Same(object left, object right, CqlPrecision? precision) => Logic.And(
        Points.Equal(First(left), First(right), precision),
        Points.Equal(Last(left), Last(right), precision));
}
