using System.Text.Json.Nodes;
using Hl7.Fhir.Model;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>Where an element stands in the JSON of a resource.</summary>
/// <param name="Owner">The object that has it.</param>
/// <param name="Member">Its member; ids and extensions of primitives stand beside it under an underscore.</param>
/// <param name="Index">Place in a list; null when the element does not repeat.</param>
internal readonly record struct FhirPlace(JsonObject Owner, string Member, int? Index)
{
    /// <summary>Member with ids and extensions.</summary>
    public string Shadow => $"_{Member}";

    /// <summary>The place of a node; null for the resource itself and for values that were computed.</summary>
    /// <param name="root">JSON of the resource.</param>
    /// <param name="resource">The same resource.</param>
    /// <param name="node">A node within it.</param>
    public static FhirPlace? Of(JsonObject root, PocoNode resource, PocoNode node)
    {
        if (node.Parent is not PocoNode parent) return null;
        return ObjectOf(root, resource, parent) is { } owner ? new FhirPlace(owner, MemberOf(owner, node), node.Index) : null;
    }

    /// <summary>The object with the children of a node; null for values that were computed.</summary>
    /// <param name="root">JSON of the resource.</param>
    /// <param name="resource">The same resource.</param>
    /// <param name="node">A node within it.</param>
    public static JsonObject? ObjectOf(JsonObject root, PocoNode resource, PocoNode node)
    {
        if (node.Parent is null) return ReferenceEquals(node.Poco, resource.Poco) ? root : null;
        if (Of(root, resource, node) is not { } place) return null;
        var isPrimitive = node.Poco is PrimitiveType;
        return place.Read(isPrimitive) as JsonObject ?? (isPrimitive ? place.OpenShadow() : null);
    }

    /// <summary>Takes the element out.</summary>
    public void Remove()
    {
        if (Index is not { } index)
        {
            Owner.Remove(Member);
            Owner.Remove(Shadow);
            return;
        }

        foreach (var list in Lists())
        {
            if (index < list.Count) list.RemoveAt(index);
        }
    }

    /// <summary>Puts another value in place.</summary>
    /// <param name="plain">The value.</param>
    /// <param name="shadow">Ids and extensions.</param>
    public void Replace(JsonNode? plain, JsonNode? shadow)
    {
        if (Index is { } index)
        {
            Set(Member, index, plain);
            if (shadow is not null || Owner.ContainsKey(Shadow)) Set(Shadow, index, shadow);
            return;
        }

        Put(Member, plain);
        Put(Shadow, shadow);
    }

    /// <summary>Puts a value into the list before the element with an index, or at its end.</summary>
    /// <param name="index">0 to the length.</param>
    /// <param name="plain">The value.</param>
    /// <param name="shadow">Ids and extensions.</param>
    public void Insert(int index, JsonNode? plain, JsonNode? shadow)
    {
        List(Member, index).Insert(index, plain);
        if (shadow is not null || Owner.ContainsKey(Shadow)) List(Shadow, index).Insert(index, shadow);
    }

    /// <summary>Moves an element of the list.</summary>
    /// <param name="source">Whence.</param>
    /// <param name="destination">Whither, counted without the element.</param>
    public void Move(int source, int destination)
    {
        var length = Length;
        foreach (var list in Lists())
        {
            while (list.Count < length) list.Add(null);
            var item = list[source];
            list.RemoveAt(source);
            list.Insert(destination, item);
        }
    }

    /// <summary>Length of the list.</summary>
    public int Length => Lists().Max(list => (int?)list.Count).GetValueOrDefault();

    private static string MemberOf(JsonObject owner, PocoNode node)
        => owner.ContainsKey(node.Name) || owner.ContainsKey($"_{node.Name}") ? node.Name : node.Name + Capital(node.Poco.TypeName);

    private static string Capital(string type) => char.ToUpperInvariant(type[0]) + type[1..];

    private JsonNode? Read(bool isShadow)
    {
        var member = Owner[isShadow ? Shadow : Member];
        if (Index is not { } index) return member;
        return member is JsonArray list && index < list.Count ? list[index] : null;
    }

    private JsonObject OpenShadow()
    {
        var shadow = new JsonObject();
        if (Index is { } index) Set(Shadow, index, shadow);
        else Owner[Shadow] = shadow;
        return shadow;
    }

    private IEnumerable<JsonArray> Lists() => new[] { Owner[Member], Owner[Shadow] }.OfType<JsonArray>();

    private void Put(string member, JsonNode? value)
    {
        if (value is null) Owner.Remove(member);
        else Owner[member] = value;
    }

    private void Set(string member, int index, JsonNode? value) => List(member, index + 1)[index] = value;

    private JsonArray List(string member, int length)
    {
        if (Owner[member] is not JsonArray list) Owner[member] = list = [];
        while (list.Count < length) list.Add(null);
        return list;
    }
}
