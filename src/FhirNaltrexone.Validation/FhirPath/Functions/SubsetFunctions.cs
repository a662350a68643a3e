using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions that take items out of collections or put collections together (FHIRPath N1, 5.3 and 5.4).</summary>
internal static class SubsetFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        FunctionEntry.Collection("single", 0, Single),
        FunctionEntry.Collection("first", 0, (input, _, call) => call.Run.AddAll(Part(input, 0, 1))),
        FunctionEntry.Collection("last", 0, (input, _, call) => call.Run.AddAll(Part(input, input.Count - 1, 1))),
        FunctionEntry.Collection("tail", 0, (input, _, call) => call.Run.AddAll(Part(input, 1, input.Count))),
        FunctionEntry.Collection("skip", 1, Skip),
        FunctionEntry.Collection("take", 1, Take),
        FunctionEntry.Collection("intersect", 1, Intersect),
        FunctionEntry.Collection("exclude", 1, Exclude),
        FunctionEntry.Collection("union", 1, Union),
        FunctionEntry.Collection("combine", 1, Combine),
    ];

    private static Span Part(Span items, int start, int count)
    {
        var first = Math.Clamp(start, 0, items.Count);
        return new(items.Start + first, Math.Clamp(count, 0, items.Count - first));
    }

    private static void Single(Span input, Span argument, CallSite call)
    {
        if (input.Count > 1) throw call.Fault("One item is expected here, but there are more.");
        call.Run.AddAll(input);
    }

    private static void Skip(Span input, Span argument, CallSite call)
    {
        if (Number(argument, call) is { } number) call.Run.AddAll(Part(input, number, input.Count));
    }

    private static void Take(Span input, Span argument, CallSite call)
    {
        if (Number(argument, call) is { } number) call.Run.AddAll(Part(input, 0, number));
    }

    private static int? Number(Span argument, CallSite call)
    {
        if (argument.Count == 0) return null;
        if (argument.Count > 1) throw call.Fault("One number is expected as argument, but there are more items.");
        return Primitives.Read(call.Run[argument.Start]).Integer ?? throw call.Fault("An integer is expected as argument.");
    }

    private static void Intersect(Span input, Span other, CallSite call)
    {
        var mark = call.Run.Count;
        for (var index = input.Start; index < input.End; index++)
        {
            if (ExistenceFunctions.IsIn(index, other, call.Run)) call.Run.Add(call.Run[index]);
        }

        DistinctItems.Keep(new(mark, call.Run.Count - mark), call.Run);
    }

    private static void Exclude(Span input, Span other, CallSite call)
    {
        for (var index = input.Start; index < input.End; index++)
        {
            if (!ExistenceFunctions.IsIn(index, other, call.Run)) call.Run.Add(call.Run[index]);
        }
    }

    private static void Union(Span input, Span other, CallSite call)
    {
        var mark = call.Run.Count;
        Combine(input, other, call);
        DistinctItems.Keep(new(mark, call.Run.Count - mark), call.Run);
    }

    private static void Combine(Span input, Span other, CallSite call)
    {
        call.Run.AddAll(input);
        call.Run.AddAll(other);
    }
}
