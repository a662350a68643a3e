using System.Text.Json;

namespace FhirNaltrexone.Cql.Data;

/// <summary>
/// Reads the codes of a coded element of any shape (CodeableConcept, Coding, code, or a list of them), once per element: many
/// value sets ask for the same codes.
/// </summary>
/// <param name="property">The element of a resource that is coded; null when the element itself is.</param>
internal sealed class CodeReader(FhirProperty? property)
{
    /// <summary>Reads an element that is itself coded.</summary>
    public static CodeReader OfElement { get; } = new(null);

    /// <summary>True when one of the codes is a member.</summary>
    public bool Matches(FhirElement element, CodeSet codes)
    {
        foreach (var each in Codes(element))
        {
            if (each.IsBare ? codes.ContainsCode(each.Code) : codes.Contains(each.System, each.Code)) return true;
        }

        return false;
    }

    /// <summary>The codes of an element, in order.</summary>
    public CodedValue[] Codes(FhirElement element)
    {
        if (element.Memory.TryRecall(this, out var known)) return (CodedValue[])known!;
        var coded = property is null ? element.Json : property.Json(element);
        var result = Single(coded) is { } only ? [only] : All(coded);
        element.Memory.Remember(this, result, element.Room);
        return result;
    }

    /// <summary>The code of a CodeableConcept that has one coding, as most have; null for anything else.</summary>
    private static CodedValue? Single(JsonElement coded)
        => Json.TryGet(coded, "coding"u8, out var codings) && codings.ValueKind == JsonValueKind.Array && codings.GetArrayLength() == 1
            && codings[0] is { ValueKind: JsonValueKind.Object } coding && !coding.TryGetProperty("coding"u8, out _)
            ? CodeOf(coding)
            : null;

    private static CodedValue[] All(JsonElement coded)
    {
        var codes = new List<CodedValue>(2);
        Collect(coded, codes);
        return [.. codes];
    }

    private static void Collect(JsonElement coded, List<CodedValue> codes)
    {
        switch (coded.ValueKind)
        {
            case JsonValueKind.Object:
                CollectObject(coded, codes);
                return;
            case JsonValueKind.Array:
                CollectEach(coded, codes);
                return;
            default:
                if (Json.Text(coded) is { } code) codes.Add(new CodedValue(code, null, true));
                return;
        }
    }

    /// <summary>An object is a CodeableConcept when it has codings, else a Coding. A system that is no readable text matches nothing.</summary>
    private static void CollectObject(JsonElement coded, List<CodedValue> codes)
    {
        if (Json.TryGet(coded, "coding"u8, out var codings))
        {
            Collect(codings, codes);
            return;
        }

        if (CodeOf(coded) is { } code) codes.Add(code);
    }

    private static CodedValue? CodeOf(JsonElement coding)
    {
        if (!coding.TryGetProperty("code"u8, out var value) || Json.Text(value) is not { } code) return null;
        var isStated = coding.TryGetProperty("system"u8, out var system) && system.ValueKind == JsonValueKind.String;
        var text = isStated ? Json.Text(system) : null;
        return isStated && text is null ? null : new CodedValue(code, text, false);
    }

    private static void CollectEach(JsonElement list, List<CodedValue> codes)
    {
        foreach (var each in list.EnumerateArray())
        {
            if (each.ValueKind != JsonValueKind.Array) Collect(each, codes);
        }
    }
}
