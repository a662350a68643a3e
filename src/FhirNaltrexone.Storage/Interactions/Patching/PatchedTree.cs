using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>
/// A document being patched. Its methods answer null, or what does not fit. Numbers that are not touched keep their digits.
/// </summary>
/// <param name="root">The document.</param>
/// <param name="maxCopied">Most characters that copies may add, so that a few operations cannot fill the memory.</param>
internal sealed class PatchedTree(JsonNode root, int maxCopied)
{
    private const string Missing = "the path leads to nothing";
    private const string TooDeep = "the resource would be nested too deep";

    private readonly List<JsonNode> _shrunk = [];
    private int _copied;

    /// <summary>The document.</summary>
    public JsonNode? Root { get; private set; } = root;

    /// <summary>Whether copies added too much.</summary>
    public bool IsTooLarge => _copied > maxCopied;

    /// <summary>Adds a value, or replaces that of a member.</summary>
    /// <param name="path">Where.</param>
    /// <param name="value">What; without parent.</param>
    public string? Add(JsonPointer path, JsonNode? value) => IsTooDeep(path, value) ? TooDeep : Place(path, value);

    /// <summary>Takes a value out.</summary>
    /// <param name="path">Where.</param>
    /// <param name="removed">What was there.</param>
    public string? Remove(JsonPointer path, out JsonNode? removed)
    {
        removed = null;
        if (path.IsRoot) return "the whole resource cannot be removed";
        switch (Find(path.Container))
        {
            case JsonObject container when container.TryGetPropertyValue(path.Last, out removed):
                container.Remove(path.Last);
                _shrunk.Add(container);
                return null;
            case JsonArray container when JsonPointer.TryIndex(path.Last, out var index) && index < container.Count:
                removed = container[index];
                container.RemoveAt(index);
                _shrunk.Add(container);
                return null;
            default:
                return Missing;
        }
    }

    /// <summary>Puts another value where one is.</summary>
    /// <param name="path">Where.</param>
    /// <param name="value">What.</param>
    public string? Replace(JsonPointer path, JsonNode? value)
    {
        if (IsTooDeep(path, value)) return TooDeep;
        if (path.IsRoot) return Become(value);
        switch (Find(path.Container))
        {
            case JsonObject container when container.ContainsKey(path.Last):
                container[path.Last] = value;
                return null;
            case JsonArray container when JsonPointer.TryIndex(path.Last, out var index) && index < container.Count:
                container[index] = value;
                return null;
            default:
                return Missing;
        }
    }

    /// <summary>Moves a value.</summary>
    /// <param name="from">Whence.</param>
    /// <param name="path">Whither.</param>
    public string? Move(JsonPointer from, JsonPointer path)
    {
        if (from.IsAbove(path)) return "a value cannot be moved into itself";
        if (Remove(from, out var value) is { } problem) return problem;
        return path.Tokens.Length > from.Tokens.Length ? Add(path, value) : Place(path, value);
    }

    /// <summary>Copies a value.</summary>
    /// <param name="from">Whence.</param>
    /// <param name="path">Whither.</param>
    public string? Copy(JsonPointer from, JsonPointer path)
    {
        if (!Exists(from, out var value)) return Missing;
        _copied += value?.ToJsonString().Length ?? 0;
        if (IsTooLarge) return "the copies are too large";
        return path.Tokens.Length > from.Tokens.Length ? Add(path, value?.DeepClone()) : Place(path, value?.DeepClone());
    }

    /// <summary>Compares a value; numbers by what they are worth.</summary>
    /// <param name="path">Where.</param>
    /// <param name="value">What is expected.</param>
    public string? Test(JsonPointer path, JsonNode? value)
        => !Exists(path, out var found) ? Missing
            : JsonNode.DeepEquals(found, value) ? null
            : "the value is another one than the test expects";

    /// <summary>Removes what removals left empty, for FHIR knows no empty arrays and objects.</summary>
    public void Prune()
    {
        foreach (var node in _shrunk)
        {
            for (JsonNode? empty = node; empty is not null && empty != Root && IsEmpty(empty);)
            {
                var parent = empty.Parent;
                if (parent is JsonObject container) container.Remove(empty.GetPropertyName());
                else (parent as JsonArray)?.Remove(empty);
                empty = parent;
            }
        }
    }

    private string? Place(JsonPointer path, JsonNode? value)
    {
        if (path.IsRoot) return Become(value);
        switch (Find(path.Container))
        {
            case JsonObject container:
                container[path.Last] = value;
                return null;
            case JsonArray container when path.Last == "-":
                container.Add(value);
                return null;
            case JsonArray container when JsonPointer.TryIndex(path.Last, out var index) && index <= container.Count:
                container.Insert(index, value);
                return null;
            default:
                return Missing;
        }
    }

    private static bool IsTooDeep(JsonPointer path, JsonNode? value) => path.Tokens.Length + DepthOf(value) > Nesting.Resource;

    private static int DepthOf(JsonNode? node) => node switch
    {
        JsonObject members => 1 + members.Max(member => (int?)DepthOf(member.Value)).GetValueOrDefault(),
        JsonArray items => 1 + items.Max(item => (int?)DepthOf(item)).GetValueOrDefault(),
        _ => 0,
    };

    private static bool IsEmpty(JsonNode node) => node switch
    {
        JsonArray list => list.All(item => item is null),
        JsonObject members => members.Count == 0,
        _ => false,
    };

    private string? Become(JsonNode? value)
    {
        Root = value;
        return null;
    }

    private JsonNode? Find(ReadOnlySpan<string> tokens)
    {
        var node = Root;
        foreach (var token in tokens)
        {
            node = node switch
            {
                JsonObject container => container[token],
                JsonArray container when JsonPointer.TryIndex(token, out var index) && index < container.Count => container[index],
                _ => null,
            };
        }

        return node;
    }

    private bool Exists(JsonPointer path, out JsonNode? value)
    {
        value = Find(path.Tokens);
        if (value is not null || path.IsRoot) return value is not null;
        return Find(path.Container) switch
        {
            JsonObject container => container.ContainsKey(path.Last),
            JsonArray container => JsonPointer.TryIndex(path.Last, out var index) && index < container.Count,
            _ => false,
        };
    }
}
