using System.Text.Json;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>Reads members of JSON objects that may be missing.</summary>
internal static class ScriptJson
{
    /// <summary>The text of a member; null when there is none.</summary>
    public static string? Text(this JsonElement holder, string name)
        => holder.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Whether a member is true.</summary>
    public static bool Flag(this JsonElement holder, string name) => holder.Member(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The values of a list; none when it is missing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement holder, string name)
        => holder.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A member; null when it is missing.</summary>
    public static JsonElement? Member(this JsonElement holder, string name)
        => holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) ? value : null;
}
