using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions that FHIR adds (FHIR R4, 2.9.3; Structured Data Capture). What the surroundings cannot tell gives nothing.</summary>
internal static class FhirFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        new("extension", 1, 1, call => new ExtensionNode(call.Position, call.Source, call.Argument(0))),
        new("hasValue", 0, 0, call => new HasValueNode(call.Position, call.Source)),
        FunctionEntry.Scalar("getValue", 0, (in input, in _, in _, _) => input.Kind == FhirPathKind.Element ? default : input),
        FunctionEntry.Scalar("htmlChecks", 0, (in input, in _, in _, _) => FhirPathValue.Of(input.Text is { } text && NarrativeRules.Allow(text))),
        FunctionEntry.Collection("resolve", 0, Resolve),
        FunctionEntry.Collection("memberOf", 1, (input, url, call) => Ask(call.Run.Context.MemberOf, input, url, call)),
        FunctionEntry.Collection("conformsTo", 1, (input, url, call) => Ask(call.Run.Context.ConformsTo, input, url, call)),
        FunctionEntry.Collection("weight", 0, Weigh),
        FunctionEntry.Collection("ordinal", 0, Weigh),
        FunctionEntry.Collection("subsumes", 1, Relate),
        FunctionEntry.Collection("subsumedBy", 1, (input, code, call) => Relate(code, input, call)),
    ];

    /// <summary>What references point to, literal ones and bare addresses; what is not found is left out.</summary>
    private static void Resolve(Span input, Span argument, CallSite call)
    {
        for (var index = input.Start; index < input.End; index++)
        {
            if (Address(call.Run[index]) is { } address && call.Run.Context.Resolve?.Invoke(address) is { } found) call.Run.Add(FhirPathValue.Of(found));
        }
    }

    /// <summary>What answers are worth (Structured Data Capture): <c>weight()</c>, and <c>ordinal()</c> as it was called before.</summary>
    private static void Weigh(Span input, Span argument, CallSite call)
    {
        for (var index = input.Start; index < input.End; index++)
        {
            if (call.Run[index] is { Kind: FhirPathKind.Element } item && call.Run.Context.WeightOf?.Invoke(item.Element) is { } weight)
                call.Run.Add(FhirPathValue.Of(weight));
        }
    }

    private static string? Address(in FhirPathValue item) => item.Kind == FhirPathKind.Element && item.Element.Value.ValueKind == JsonValueKind.Object
        ? item.Element.Value.Text("reference"u8)
        : Primitives.Read(item).Text;

    private static void Relate(Span upper, Span lower, CallSite call)
    {
        if (upper.Count > 1 || lower.Count > 1) throw call.Fault("One item is expected here, but there are more.");
        if (call.Run.Context.Subsumes is not { } subsumes || upper.Count == 0 || lower.Count == 0) return;
        var (one, other) = (call.Run[upper.Start], call.Run[lower.Start]);
        if (one.Kind == FhirPathKind.Element && other.Kind == FhirPathKind.Element) call.Run.AddSomething(FhirPathValue.Of(subsumes(one.Element, other.Element)));
    }

    private static void Ask(Func<FhirElement, string, bool?>? question, Span input, Span url, CallSite call)
    {
        if (input.Count > 1 || url.Count > 1) throw call.Fault("One item is expected here, but there are more.");
        if (question is null || input.Count == 0 || url.Count == 0 || call.Run[input.Start].Kind != FhirPathKind.Element) return;
        var address = Primitives.Read(call.Run[url.Start]).Text ?? throw call.Fault("A canonical address is expected as argument.");
        call.Run.AddSomething(FhirPathValue.Of(question(call.Run[input.Start].Element, address)));
    }
}
