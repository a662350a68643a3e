using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Equality, equivalence and order.</summary>
internal static class ComparisonNodes
{
    public static void AddTo(Dictionary<string, NodeCompiler> table)
    {
        table["Equal"] = context => context.Binary(static (x, y) => Boxes.Of(Equality.AreEqual(x, y)));
        table["NotEqual"] = context => context.Binary(static (x, y) => Boxes.Of(Logic.Not(Equality.AreEqual(x, y))));
        table["Equivalent"] = context => context.Binary(static (x, y) => Boxes.Of(Equality.AreEquivalent(x, y)));
        table["Less"] = context => context.Binary(static (x, y) => Boxes.Of(Points.Less(x, y)));
        table["LessOrEqual"] = context => context.Binary(static (x, y) => Boxes.Of(Points.LessOrEqual(x, y)));
        table["Greater"] = context => context.Binary(static (x, y) => Boxes.Of(Points.Less(y, x)));
        table["GreaterOrEqual"] = context => context.Binary(static (x, y) => Boxes.Of(Points.LessOrEqual(y, x)));
    }
}
