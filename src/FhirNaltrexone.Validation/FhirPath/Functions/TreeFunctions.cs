using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions of the tree, of the clock and of types (FHIRPath N1, 5.8, 5.9 and 10.2).</summary>
internal static class TreeFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        new("children", 0, 0, call => new ChildrenNode(call.Position, call.Source)),
        new("descendants", 0, 0, call => new DescendantsNode(call.Position, call.Source)),

        // Nobody reads a log of it, so it only hands its input on.
        new("trace", 1, 2, call => call.Source),
        new("now", 0, 0, call => new ClockNode(call.Position, time => time)),
        new("today", 0, 0, call => new ClockNode(call.Position, time => time.ToDate())),
        new("timeOfDay", 0, 0, call => new ClockNode(call.Position, time => time with { Kind = FhirPathKind.Time, Ticks = time.Ticks % TimeSpan.TicksPerDay, Offset = null })),
        FunctionEntry.Collection("type", 0, Types),
    ];

    private static void Types(Span input, Span argument, CallSite call)
    {
        for (var index = input.Start; index < input.End; index++) call.Run.Add(FhirPathValue.Of(TypeOf(call.Run[index])));
    }

    private static TypeName TypeOf(in FhirPathValue item)
        => item.Kind == FhirPathKind.Element ? new("FHIR", item.Element.Type.Name) : new("System", item.Kind.ToString());
}
