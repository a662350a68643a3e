using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>Finds in the JSON to be changed the elements that a path found in its text.</summary>
/// <param name="root">The JSON.</param>
/// <param name="resource">The same, parsed from its text.</param>
internal sealed class FhirPlaces(JsonObject root, FhirElement resource)
{
    /// <summary>Whether the element is the resource itself.</summary>
    public bool IsResource(FhirElement element) => Extent(Part(element)) == Extent(resource.Value);

    /// <summary>The place of an element; null for the resource itself.</summary>
    /// <param name="element">An element of the resource.</param>
    /// <param name="owner">Type of the element that has it.</param>
    public FhirPlace? Find(FhirElement element, out ElementType owner) => Find(Extent(Part(element)), out owner, out _);

    /// <summary>The place of the first of several elements; null when they do not belong to one list.</summary>
    /// <param name="elements">Elements of the resource.</param>
    public FhirPlace? FindList(List<FhirElement> elements)
    {
        if (elements.Count == 0 || Find(Extent(Part(elements[0])), out _, out var json) is not { Index: not null } first) return null;
        var items = new[] { first.Member, first.Shadow }
            .SelectMany(member => json.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(Extent) : [])
            .ToHashSet();
        return elements.TrueForAll(element => items.Contains(Extent(Part(element)))) ? first : null;
    }

    private FhirPlace? Find((int Start, int End) target, out ElementType owner, out JsonElement json)
    {
        var node = root;
        (owner, json) = (resource.Type, resource.Value);
        while (Step(json, target, out var index) is { } member && owner.Child(member.Name.TrimStart('_')) is { } definition)
        {
            var place = new FhirPlace(node, definition.JsonName, index);
            var found = index is { } at ? member.Value[at] : member.Value;
            if (Extent(found) == target) return place;
            if (place.Children(member.Name[0] == '_') is not { } below) return null;
            (node, json) = (below, found);
            owner = definition.Type.IsResource ? FhirElement.Root(found).Type : definition.Type;
        }

        return null;
    }

    private static JsonElement Part(FhirElement element) => element.Value.ValueKind == JsonValueKind.Undefined ? element.Companion : element.Value;

    /// <summary>The member in which a part of the text stands.</summary>
    private JsonProperty? Step(JsonElement json, (int Start, int End) target, out int? index)
    {
        index = null;
        foreach (var member in json.EnumerateObject())
        {
            if (!Holds(member.Value, target)) continue;
            if (member.Value.ValueKind == JsonValueKind.Array) index = member.Value.EnumerateArray().TakeWhile(item => !Holds(item, target)).Count();
            return member;
        }

        return null;
    }

    private bool Holds(JsonElement json, (int Start, int End) target) => Extent(json) is var (start, end) && start <= target.Start && end >= target.End;

    /// <summary>Where a part stands in the text.</summary>
    private (int Start, int End) Extent(JsonElement part)
    {
        var raw = JsonMarshal.GetRawUtf8Value(part);
        return JsonMarshal.GetRawUtf8Value(resource.Value).Overlaps(raw, out var start) ? (start, start + raw.Length) : (-1, -1);
    }
}
