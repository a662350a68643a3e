using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>
/// A resource being patched by FHIRPath. Paths are evaluated on its text as it is, changes are made in its JSON: what no operation touches stays
/// as it was. Methods answer null, or what does not fit.
/// </summary>
/// <param name="json">The resource.</param>
internal sealed class FhirTree(ReadOnlyMemory<byte> json)
{
    private const string NotOne = "the path must lead to exactly one element";
    private const string NoElement = "the path leads to no element of the resource";

    /// <summary>About what a path costs that looks at each element of the largest resource twice.</summary>
    private const int MaxSteps = 2_000_000;

    private readonly FhirPathBudget _budget = new(MaxSteps);
    private readonly JsonObject _root = JsonNode.Parse(json.Span)!.AsObject();

    /// <summary>The resource as it is now, without what has become empty.</summary>
    public ReadOnlyMemory<byte> Write()
    {
        Prune(_root);
        return PatchJson.Write(_root);
    }

    /// <summary>Carries out an operation.</summary>
    /// <param name="operation">The operation.</param>
    public string? Apply(FhirPathOperation operation)
    {
        try
        {
            using var document = JsonDocument.Parse(PatchJson.Write(_root));
            return Apply(FhirElement.Root(document.RootElement), operation);
        }
        catch (JsonException)
        {
            return "the resource cannot be read any more";
        }
    }

    private string? Apply(FhirElement resource, FhirPathOperation operation)
    {
        var result = operation.Path.Evaluate(resource, new FhirPathContext { Resource = resource, RootResource = resource, Budget = _budget });
        if (result.Error is not null) return "the path cannot be evaluated";
        if (result.Values.Any(value => value.Kind != FhirPathKind.Element)) return NoElement;
        var (places, found) = (new FhirPlaces(_root, resource), result.Values.Select(value => value.Element).ToList());
        return operation.Type switch
        {
            "add" => Add(places, found, operation),
            "insert" => Insert(places, found, operation),
            "delete" => Delete(places, found),
            "replace" => Replace(places, found, operation),
            _ => Move(places, found, operation),
        };
    }

    private static string? Put(JsonObject owner, ElementType type, string name, PatchValue value)
    {
        if (type.Named(name) is not [_, ..] variants) return "the type has no element of that name";
        if (Variant(variants, value) is not { } element) return "the value needs a data type that the element may have";
        if (Build(element.Type, value, out var plain, out var shadow) is { } problem) return problem;
        if (element.IsList)
        {
            var list = new FhirPlace(owner, element.JsonName, 0);
            list.Insert(list.Length, plain, shadow);
            return null;
        }

        if (owner.Any(other => variants.Any(variant => variant.JsonName == other.Key.TrimStart('_')))) return "the element is there already: replace it";
        new FhirPlace(owner, element.JsonName, null).Replace(plain, shadow);
        return null;
    }

    private static string? Build(ElementType type, PatchValue value, out JsonNode? plain, out JsonNode? shadow)
    {
        plain = value.Plain.ValueKind == JsonValueKind.Undefined ? null : PatchJson.Node(value.Plain);
        shadow = value.Shadow.ValueKind == JsonValueKind.Undefined ? null : PatchJson.Node(value.Shadow);
        if (value.Parts.Count == 0) return null;
        var built = new JsonObject();
        foreach (var part in value.Parts)
        {
            if (!part.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String) return "a part of the value has no name";
            var content = PatchValue.Of(part);
            if (!content.HasContent) return "a part of the value is empty";
            if (Put(built, type, name.GetString()!, content) is { } problem) return problem;
        }

        plain = built;
        return null;
    }

    /// <summary>Of an element with a choice of types, the one of the value.</summary>
    private static ChildDefinition? Variant(IReadOnlyList<ChildDefinition> variants, PatchValue value)
        => variants.FirstOrDefault(variant => !variant.IsChoice || variant.JsonName == variant.ElementName + value.Suffix);

    // Nulls hold places in lists of primitives; an object that has lost its members in such a list becomes one.
    private static bool Prune(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Where(member => Prune(member.Value)).Select(member => member.Key).ToList()) members.Remove(name);
                return members.Count == 0;
            case JsonArray items:
                PruneItems(items);
                return items.All(item => item is null);
            default:
                return node is null;
        }
    }

    private static void PruneItems(JsonArray items)
    {
        var holdsPlaces = items.Parent is JsonObject && items.GetPropertyName().StartsWith('_');
        for (var index = items.Count - 1; index >= 0; index--)
        {
            if (items[index] is null || !Prune(items[index])) continue;
            if (holdsPlaces) items[index] = null;
            else items.RemoveAt(index);
        }
    }

    private string? Add(FhirPlaces places, List<FhirElement> found, FhirPathOperation operation)
    {
        if (found is not [var element]) return NotOne;
        var isPrimitive = element.Type.IsPrimitive;
        if (isPrimitive && operation.Name == "value") return "the value of a primitive is replaced, not added";
        var owner = places.IsResource(element) ? _root : places.Find(element, out _)?.Children(isPrimitive);
        return owner is null ? NoElement : Put(owner, element.Type, operation.Name!, operation.Value);
    }

    private static string? Insert(FhirPlaces places, List<FhirElement> found, FhirPathOperation operation)
    {
        if (places.FindList(found) is not { } list) return "the path must lead to a list that is not empty";
        if (operation.Index is not { } index || index < 0 || index > list.Length) return "the index lies outside the list";
        if (Build(found[0].Type, operation.Value, out var plain, out var shadow) is { } problem) return problem;
        list.Insert(index, plain, shadow);
        return null;
    }

    private static string? Delete(FhirPlaces places, List<FhirElement> found)
    {
        if (found.Count == 0) return null;
        if (found is not [var element]) return "the path leads to several elements";
        if (places.Find(element, out _) is not { } place) return NoElement;
        place.Remove();
        return null;
    }

    private static string? Replace(FhirPlaces places, List<FhirElement> found, FhirPathOperation operation)
    {
        if (found is not [var element]) return NotOne;
        if (places.Find(element, out var owner) is not { } place) return NoElement;
        if (Variant(owner.Named(owner.Child(place.Member)!.ElementName), operation.Value) is not { } variant) return "the value needs a data type that the element may have";
        if (Build(variant.Type, operation.Value, out var plain, out var shadow) is { } problem) return problem;
        if (variant.JsonName != place.Member) place.Remove();
        (place with { Member = variant.JsonName }).Replace(plain, shadow);
        return null;
    }

    private static string? Move(FhirPlaces places, List<FhirElement> found, FhirPathOperation operation)
    {
        if (places.FindList(found) is not { } list) return "the path must lead to a list that is not empty";
        var length = list.Length;
        if (operation.Source is not (>= 0 and { } source) || source >= length) return "the source lies outside the list";
        if (operation.Destination is not (>= 0 and { } destination) || destination >= length) return "the destination lies outside the list";
        list.Move(source, destination);
        return null;
    }
}
