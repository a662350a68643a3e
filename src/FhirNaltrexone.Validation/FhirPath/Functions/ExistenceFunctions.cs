using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions that ask what is there (FHIRPath N1, 5.1).</summary>
internal static class ExistenceFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        new("empty", 0, 0, call => new ExistsNode(call.Position, call.LooseSource, true)),
        new("exists", 0, 1, call => new ExistsNode(call.Position, call.Optional(0) is { } criterion ? new WhereNode(call.Position, call.LooseSource, criterion) : call.LooseSource, false)),
        new("not", 0, 0, call => new NotNode(call.Position, call.Source)),
        new("all", 1, 1, call => new AllNode(call.Position, call.LooseSource, call.Argument(0))),
        new("count", 0, 0, call => new CountNode(call.Position, call.Source)),
        FunctionEntry.Collection("allTrue", 0, (input, _, call) => Answer(!Has(input, false, call), call)),
        FunctionEntry.Collection("anyTrue", 0, (input, _, call) => Answer(Has(input, true, call), call)),
        FunctionEntry.Collection("allFalse", 0, (input, _, call) => Answer(!Has(input, true, call), call)),
        FunctionEntry.Collection("anyFalse", 0, (input, _, call) => Answer(Has(input, false, call), call)),
        FunctionEntry.Collection("subsetOf", 1, (input, other, call) => Answer(IsSubset(input, other, call.Run), call)),
        FunctionEntry.Collection("supersetOf", 1, (input, other, call) => Answer(IsSubset(other, input, call.Run), call)),
        FunctionEntry.Collection("distinct", 0, Distinct),
        FunctionEntry.Collection("isDistinct", 0, (input, _, call) => Answer(DistinctItems.AreDistinct(input, call.Run), call)),
    ];

    /// <summary>Whether an item is equal to one of a collection.</summary>
    public static bool IsIn(int item, Span items, Evaluation run)
    {
        for (var index = items.Start; index < items.End; index++)
        {
            if (Equality.AreSame(run[item], run[index], run)) return true;
        }

        return false;
    }

    private static bool IsSubset(Span items, Span others, Evaluation run)
    {
        for (var index = items.Start; index < items.End; index++)
        {
            if (!IsIn(index, others, run)) return false;
        }

        return true;
    }

    private static bool Has(Span input, bool expected, CallSite call)
    {
        var found = false;
        for (var index = input.Start; index < input.End; index++)
        {
            found |= (Primitives.Read(call.Run[index]).Boolean ?? throw call.Fault("Truth values are expected here.")) == expected;
        }

        return found;
    }

    private static void Distinct(Span input, Span argument, CallSite call)
    {
        var mark = call.Run.Count;
        call.Run.AddAll(input);
        DistinctItems.Keep(new(mark, input.Count), call.Run);
    }

    private static void Answer(bool value, CallSite call) => call.Run.Add(FhirPathValue.Of(value));
}
