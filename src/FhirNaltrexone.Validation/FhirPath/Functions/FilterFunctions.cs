using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions that go through a collection (FHIRPath N1, 5.2, 6.3 and 7), and the choice between two parts.</summary>
internal static class FilterFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        new("where", 1, 1, call => new WhereNode(call.Position, call.Source, call.Argument(0))),
        new("select", 1, 1, call => new SelectNode(call.Position, call.Source, call.Argument(0))),
        new("repeat", 1, 1, call => new RepeatNode(call.Position, call.Source, call.Argument(0))),
        new("aggregate", 1, 2, call => new AggregateNode(call.Position, call.Source, call.Argument(0), call.Optional(1))),
        new("iif", 2, 3, call => new ConditionalNode(call.Position, call.Target, call.Argument(0), call.Argument(1), call.Optional(2))),
        new("ofType", 1, 1, call => new OfTypeNode(call.Position, call.Source, call.TypeArgument())),
        new("as", 1, 1, call => new OfTypeNode(call.Position, call.Source, call.TypeArgument())),
        new("is", 1, 1, call => new IsNode(call.Position, call.Source, call.TypeArgument())),
    ];
}
