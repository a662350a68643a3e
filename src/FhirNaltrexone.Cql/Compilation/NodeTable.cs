using System.Collections.Frozen;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>All node types the engine knows; what is not here is refused when a library is loaded.</summary>
internal static class NodeTable
{
    private static readonly FrozenSet<string> Fallible = new[]
    {
        "Message", "SingletonFrom", "Interval", "Add", "Subtract", "Multiply", "Divide", "TruncatedDivide", "Modulo", "Ln", "Exp",
        "Successor", "Predecessor", "MinValue", "MaxValue", "Width", "Size", "PointFrom", "DateTime", "Date", "Time", "As", "Matches",
        "ReplaceMatches", "SplitOnMatches", "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "Convert",
        "Abs", "Negate", "Sum", "Avg", "Product", "Max", "Min", "Start", "End", "Query", "Collapse", "Expand", "Except",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fixed =
        new[] { "Literal", "Null", "Quantity", "List", "Flatten", "Concatenate", "CodeRef", "ConceptRef", "ToConcept", "ExpressionRef" }.ToFrozenSet(StringComparer.Ordinal);

    public static FrozenDictionary<string, NodeCompiler> All { get; } = Build();

    /// <summary>True for nodes whose operator can end in a run-time error, which then gets the node's place.</summary>
    public static bool CanFail(ElmNode node) => node.Type switch
    {
        "As" => node.Flag("strict"),
        "Query" => node.Child("sort").IsDefined,
        "Less" or "LessOrEqual" or "Greater" or "GreaterOrEqual" => !IsOrdered(node.List("operand")),
        var type => Fallible.Contains(type),
    };

    /// <summary>True for nodes that give the same whenever their operands do: nothing of the record, of the clock or of a parameter.</summary>
    public static bool IsFixed(ElmNode node) => Fixed.Contains(node.Type);

    /// <summary>Only values of different types have no order.</summary>
    private static bool IsOrdered(IReadOnlyList<ElmNode> operands)
    {
        if (operands is not [{ ResultType: { Kind: CqlTypeKind.Named, IsFhir: false } left }, { ResultType: { } right }]) return false;
        return left.PointKind != PointKind.Any && left.ToString() == right.ToString();
    }

    private static FrozenDictionary<string, NodeCompiler> Build()
    {
        var table = new Dictionary<string, NodeCompiler>(StringComparer.Ordinal);
        LogicNodes.AddTo(table);
        ConditionalNodes.AddTo(table);
        ComparisonNodes.AddTo(table);
        ArithmeticNodes.AddTo(table);
        DateNodes.AddTo(table);
        TimingNodes.AddTo(table);
        IntervalNodes.AddTo(table);
        MembershipNodes.AddTo(table);
        ListNodes.AddTo(table);
        AggregateNodes.AddTo(table);
        StringNodes.AddTo(table);
        TypeNodes.AddTo(table);
        ConversionNodes.AddTo(table);
        ValueNodes.AddTo(table);
        ReferenceNodes.AddTo(table);
        PropertyNodes.AddTo(table);
        VocabularyNodes.AddTo(table);
        RetrieveNodes.AddTo(table);
        QueryNodes.AddTo(table);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
