using System.Text.Json;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Reads JSON of any shape: what is not as it should be is not there.</summary>
internal static class Elements
{
    /// <summary>The text of a member, or null.</summary>
    public static string? Text(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member that is an object, or null.</summary>
    public static JsonElement? Object(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>The items of a member that is an array.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The extensions with a URL: of the element itself, or of a primitive when its name is given.</summary>
    public static IEnumerable<JsonElement> Extensions(JsonElement element, string url, string? primitive = null)
    {
        var owner = primitive is null ? element : Object(element, '_' + primitive);
        return owner is { } found ? Items(found, "extension").Where(extension => Text(extension, "url") == url) : [];
    }

    /// <summary>The whole number of a member, or null.</summary>
    public static int? Number(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static JsonElement? Member(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
