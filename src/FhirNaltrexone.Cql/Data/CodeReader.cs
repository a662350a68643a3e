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
        var codes = new List<CodedValue>(2);
        Collect(property is null ? element.Json : property.Json(element), codes);
        var result = codes.ToArray();
        element.Memory.Remember(this, result, element.Room);
        return result;
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

        if (!coded.TryGetProperty("code"u8, out var value) || Json.Text(value) is not { } code) return;
        var stated = coded.TryGetProperty("system"u8, out var system) && system.ValueKind == JsonValueKind.String;
        var text = stated ? Json.Text(system) : null;
        if (!stated || text is not null) codes.Add(new CodedValue(code, text, false));
    }

    private static void CollectEach(JsonElement list, List<CodedValue> codes)
    {
        foreach (var each in list.EnumerateArray())
        {
            if (each.ValueKind != JsonValueKind.Array) Collect(each, codes);
        }
    }
}
