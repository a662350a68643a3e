using System.Text.Json.Nodes;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>Where an element stands in the JSON of a resource.</summary>
/// <param name="Owner">The object that has it.</param>
/// <param name="Member">Its member; ids and extensions of primitives stand beside it under an underscore.</param>
/// <param name="Index">Place in a list; null when the element does not repeat.</param>
internal readonly record struct FhirPlace(JsonObject Owner, string Member, int? Index)
{
    /// <summary>Member with ids and extensions.</summary>
    public string Shadow => $"_{Member}";

    /// <summary>The object with the children of the element; it is made where a primitive has none yet.</summary>
    /// <param name="isPrimitive">Whether the element is a primitive, whose children stand beside it.</param>
    public JsonObject? Children(bool isPrimitive) => Read(isPrimitive) as JsonObject ?? (isPrimitive ? OpenShadow() : null);

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
