using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Tests.Interactions;

/// <summary>Indexes identifiers, tags, genders and subjects: all that conditional interactions are tried with.</summary>
internal static class TestIndex
{
    public static IndexEntries Extract(string type, JsonElement root) => new()
    {
        Tokens =
        [
            .. Items(root, "identifier").Select(item => Token(type, "identifier", item, "value")),
            .. Items(root, "meta").SelectMany(meta => Items(meta, "tag")).Select(item => Token(type, "_tag", item, "code")),
            .. Items(root, "gender").Select(item => new TokenEntry(ParameterKey.Of(type, "gender"), item.GetString()!, "")),
        ],
        References = [.. Items(root, "subject").Select(item => Reference(type, item.GetProperty("reference").GetString()!))],
    };

    private static JsonElement[] Items(JsonElement element, string name)
        => !element.TryGetProperty(name, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
            : [value];

    private static TokenEntry Token(string type, string code, JsonElement item, string member)
        => new(
            ParameterKey.Of(type, code),
            item.GetProperty(member).GetString()!.ToLowerInvariant(),
            item.TryGetProperty("system", out var system) ? system.GetString()! : "");

    private static ReferenceEntry Reference(string type, string reference)
        => reference.Split('/') is [var target, var id]
            ? new(ParameterKey.Of(type, "subject"), target, id)
            : new(ParameterKey.Of(type, "subject"), null, reference);
}
