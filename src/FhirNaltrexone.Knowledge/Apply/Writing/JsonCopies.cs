using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Copies elements into a resource in the making.</summary>
internal static class JsonCopies
{
    /// <summary>A copy that can be changed.</summary>
    public static JsonNode Copy(this JsonElement element) => JsonNode.Parse(element.GetRawText())!;

    /// <summary>Copies members by name, as far as there are any.</summary>
    public static void CopyTo(this JsonElement source, JsonObject target, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (source.Child(name) is { } value) target[name] = value.Copy();
        }
    }

    /// <summary>Takes over all members of another object, in its order.</summary>
    public static void Become(this JsonObject target, JsonObject other)
    {
        target.Clear();
        foreach (var (name, value) in other) target[name] = value?.DeepClone();
    }

    /// <summary>A Reference.</summary>
    public static JsonObject Reference(string reference) => new() { ["reference"] = reference };

    /// <summary>Adds an entry to a list that may not be there yet.</summary>
    public static void AddTo(this JsonObject target, string list, JsonNode entry)
    {
        if (target[list] is JsonArray known) known.Add(entry);
        else target[list] = new JsonArray(entry);
    }

    /// <summary>URL with version, as canonicals are written.</summary>
    public static string? Canonical(this JsonElement definition)
        => definition.Text("url") is not { } url ? null : definition.Text("version") is { } version ? $"{url}|{version}" : url;
}
