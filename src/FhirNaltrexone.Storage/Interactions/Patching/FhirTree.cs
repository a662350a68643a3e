using System.Text.Json;
using System.Text.Json.Nodes;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>
/// A resource being patched by FHIRPath. Paths are evaluated on the SDK's model of it, changes are made in its JSON: what no operation touches stays
/// as it was. Methods answer null, or what does not fit.
/// </summary>
/// <param name="json">The resource.</param>
internal sealed class FhirTree(ReadOnlyMemory<byte> json)
{
    private const string NotOne = "the path must lead to exactly one element";

    private static readonly FhirJsonDeserializer Lenient = new(new DeserializerSettings().UsingMode(DeserializationMode.Recoverable));

    private readonly JsonObject _root = JsonNode.Parse(json.Span)!.AsObject();
    private PocoNode? _resource;

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
        if (Resource() is not { } resource) return "the resource cannot be read any more";
        if (!operation.Path.TryFind(resource, out var found)) return "the path cannot be evaluated";
        _resource = null;
        return operation.Type switch
        {
            "add" => Add(resource, found, operation),
            "insert" => Insert(resource, found, operation),
            "delete" => Delete(resource, found),
            "replace" => Replace(resource, found, operation),
            _ => Move(resource, found, operation),
        };
    }

    private static string? Put(JsonObject owner, ClassMapping type, string name, PatchValue value)
    {
        if (type.FindMappedElementByName(name) is not { } element) return "the type has no element of that name";
        if (Member(element, value) is not { } member) return "the value needs a data type";
        if (Build(element.PropertyTypeMapping, value, out var plain, out var shadow) is { } problem) return problem;
        if (element.IsCollection)
        {
            var list = new FhirPlace(owner, member, 0);
            list.Insert(list.Length, plain, shadow);
            return null;
        }

        if (owner.Any(other => IsVariant(element, other.Key.TrimStart('_')))) return "the element is there already: replace it";
        new FhirPlace(owner, member, null).Replace(plain, shadow);
        return null;
    }

    private static string? Build(ClassMapping? type, PatchValue value, out JsonNode? plain, out JsonNode? shadow)
    {
        plain = value.Plain.ValueKind == JsonValueKind.Undefined ? null : PatchJson.Node(value.Plain);
        shadow = value.Shadow.ValueKind == JsonValueKind.Undefined ? null : PatchJson.Node(value.Shadow);
        if (value.Parts.Count == 0) return null;
        if (type is null) return "the value needs a data type";
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

    private static string? Member(PropertyMapping element, PatchValue value)
        => element.Choice == ChoiceType.DatatypeChoice ? value.Suffix is { } suffix ? element.Name + suffix : null : element.Name;

    private static bool IsVariant(PropertyMapping element, string member)
        => member == element.Name
            || (element.Choice == ChoiceType.DatatypeChoice && member.Length > element.Name.Length
                && member.StartsWith(element.Name, StringComparison.Ordinal) && char.IsAsciiLetterUpper(member[element.Name.Length]));

    private static ClassMapping? TypeOf(PocoNode node) => ModelInfo.ModelInspector.FindClassMapping(node.Poco);

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

    private PocoNode? Resource()
    {
        if (_resource is not null) return _resource;
        try
        {
            var reader = new Utf8JsonReader(PatchJson.Write(_root).Span);
            Lenient.TryDeserializeResource(ref reader, out var resource, out _);
            return _resource = resource?.ToPocoNode(ModelInfo.ModelInspector);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Add(PocoNode resource, IReadOnlyList<PocoNode> found, FhirPathOperation operation)
    {
        if (found is not [var node]) return NotOne;
        if (TypeOf(node) is not { } type || FhirPlace.ObjectOf(_root, resource, node) is not { } owner) return "the path leads to no element of the resource";
        return node.Poco is PrimitiveType && operation.Name == "value"
            ? "the value of a primitive is replaced, not added"
            : Put(owner, type, operation.Name!, operation.Value);
    }

    private string? Insert(PocoNode resource, IReadOnlyList<PocoNode> found, FhirPathOperation operation)
    {
        if (ListOf(resource, found) is not { } list) return "the path must lead to a list that is not empty";
        if (operation.Index is not { } index || index < 0 || index > list.Length) return "the index lies outside the list";
        if (Build(TypeOf(found[0]), operation.Value, out var plain, out var shadow) is { } problem) return problem;
        list.Insert(index, plain, shadow);
        return null;
    }

    private string? Delete(PocoNode resource, IReadOnlyList<PocoNode> found)
    {
        if (found.Count == 0) return null;
        if (found is not [var node]) return "the path leads to several elements";
        if (FhirPlace.Of(_root, resource, node) is not { } place) return "the path leads to no element of the resource";
        place.Remove();
        return null;
    }

    private string? Replace(PocoNode resource, IReadOnlyList<PocoNode> found, FhirPathOperation operation)
    {
        if (found is not [var node]) return NotOne;
        if (FhirPlace.Of(_root, resource, node) is not { } place) return "the path leads to no element of the resource";
        if (TypeOf((PocoNode)node.Parent!)?.FindMappedElementByName(node.Name) is not { } element) return "the type has no element of that name";
        if (Member(element, operation.Value) is not { } member) return "the value needs a data type";
        if (Build(TypeOf(node), operation.Value, out var plain, out var shadow) is { } problem) return problem;
        if (member != place.Member) place.Remove();
        (place with { Member = member }).Replace(plain, shadow);
        return null;
    }

    private string? Move(PocoNode resource, IReadOnlyList<PocoNode> found, FhirPathOperation operation)
    {
        if (ListOf(resource, found) is not { } list) return "the path must lead to a list that is not empty";
        var length = list.Length;
        if (operation.Source is not (>= 0 and { } source) || source >= length) return "the source lies outside the list";
        if (operation.Destination is not (>= 0 and { } destination) || destination >= length) return "the destination lies outside the list";
        list.Move(source, destination);
        return null;
    }

    private FhirPlace? ListOf(PocoNode resource, IReadOnlyList<PocoNode> found)
    {
        if (found.Count == 0) return null;
        var places = found.Select(node => FhirPlace.Of(_root, resource, node)).ToList();
        return places[0] is { Index: not null } first
            && places.TrueForAll(place => place is { } other && ReferenceEquals(other.Owner, first.Owner) && other.Member == first.Member)
            ? first
            : null;
    }
}
