using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>Small lenient look-ups in FHIR JSON: a member of the wrong kind counts as absent.</summary>
public static class FhirJson
{
    private const string HistoryPart = "/_history/";

    /// <summary>The resourceType, or null when the value is not a resource.</summary>
    public static string? TypeOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("resourceType"u8, out var name) || name.ValueKind != JsonValueKind.String) return null;
        return ResourceTypes.Find(JsonMarshal.GetRawUtf8Value(name)[1..^1]) ?? (name.GetString() is { Length: > 0 } text ? text : null);
    }

    /// <summary>Whether the value is a resource of this type.</summary>
    public static bool IsType(JsonElement value, ReadOnlySpan<byte> type)
        => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("resourceType"u8, out var name)
            && name.ValueKind == JsonValueKind.String && name.ValueEquals(type);

    /// <summary>A string member that is not empty, or null.</summary>
    public static string? Text(JsonElement parent, ReadOnlySpan<byte> name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>An object member; undefined when absent.</summary>
    public static JsonElement Object(JsonElement parent, ReadOnlySpan<byte> name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    /// <summary>An array member; undefined when absent.</summary>
    public static JsonElement Array(JsonElement parent, ReadOnlySpan<byte> name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value : default;

    /// <summary><c>Type/id</c> of a resource, or null when it has no id.</summary>
    public static string? KeyOf(JsonElement resource)
        => Text(resource, "id"u8) is { } id ? $"{TypeOf(resource)}/{id}" : null;

    /// <summary>The text of a Reference in a member, or null.</summary>
    public static string? ReferenceIn(JsonElement resource, ReadOnlySpan<byte> member)
        => Object(resource, member) is { ValueKind: JsonValueKind.Object } reference ? Text(reference, "reference"u8) : null;

    /// <summary>A reference without the version it may name.</summary>
    public static string WithoutHistory(string reference)
    {
        var history = reference.IndexOf(HistoryPart, StringComparison.Ordinal);
        return history < 0 ? reference : reference[..history];
    }
}
