using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Aggregates of one list.</summary>
internal static class AggregateNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Count"] = context => OfAny(context, Aggregates.Count);
        table["AllTrue"] = context => OfAny(context, static list => Boxes.Of(Aggregates.AllTrue(list)));
        table["AnyTrue"] = context => OfAny(context, static list => Boxes.Of(Aggregates.AnyTrue(list)));
        table["Sum"] = context => context.OfSource(Aggregates.Sum);
        table["Product"] = context => context.OfSource(Aggregates.Product);
        table["Min"] = context => context.OfSource(Aggregates.Min);
        table["Max"] = context => context.OfSource(Aggregates.Max);
        table["Avg"] = context => context.OfSource(Aggregates.Average);
        table["Median"] = context => context.OfSource(Aggregates.Median);
        table["Mode"] = context => context.OfSource(Aggregates.Mode);
        table["GeometricMean"] = context => context.OfSource(Aggregates.GeometricMean);
        table["Variance"] = context => context.OfSource(static list => Aggregates.Variance(list, population: false));
        table["PopulationVariance"] = context => context.OfSource(static list => Aggregates.Variance(list, population: true));
        table["StdDev"] = context => context.OfSource(static list => Aggregates.Deviation(list, population: false));
        table["PopulationStdDev"] = context => context.OfSource(static list => Aggregates.Deviation(list, population: true));
    }

    private static Evaluator OfAny(NodeContext context, Func<CqlList?, object?> operation)
    {
        var source = context.Child("source");
        return Evaluator.Of(frame =>
        {
            var list = source.Evaluate(frame) as CqlList;
            frame.Elements(list);
            return operation(list);
        });
    }
}
