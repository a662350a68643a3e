using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>Reads members of JSON objects that may be absent or of another kind.</summary>
internal static class JsonReading
{
    /// <summary>A string; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>A boolean; null for anything else.</summary>
    public static bool? Flag(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
            : null;

    /// <summary>The items of an array; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            ? member.EnumerateArray()
            : [];

    /// <summary>The strings of an array; none for anything else.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name)
        => element.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    /// <summary>An object; null for anything else.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member
            : null;

    /// <summary>The member <c>value[x]</c>, whatever its type.</summary>
    public static JsonProperty? Choice(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Length > name.Length && member.Name.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiLetterUpper(member.Name[name.Length]))
                return member;
        }

        return null;
    }
}
