using System.Text.Json;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>hasValue()</c>: whether there is exactly one item, and it is a primitive with a value (FHIR R4, 2.9.3).</summary>
internal sealed class HasValueNode(int position, Node source) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        if (source is FocusNode) return HasValue(focus, run);
        var items = run.Push(source, focus);
        var has = HasValue(items, run);
        run.Cut(items.Start);
        return has;
    }

    private static bool HasValue(Span items, Evaluation run)
    {
        if (items.Count != 1) return false;
        ref readonly var item = ref run[items.Start];
        return item.Kind != FhirPathKind.Element
            || item.Element.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
    }
}
