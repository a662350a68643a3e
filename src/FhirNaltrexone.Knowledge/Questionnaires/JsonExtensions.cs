using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>Reads parts of resources that may be missing or of another kind.</summary>
internal static class JsonExtensions
{
    /// <summary>A string; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    /// <summary>The items of an array; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : [];

    /// <summary>The extensions with a URL.</summary>
    public static IEnumerable<JsonElement> Extensions(this JsonElement element, string url) => element.Items("extension").Where(extension => extension.Text("url") == url);

    /// <summary>The member of a choice, such as <c>valueCoding</c>; null when there is none.</summary>
    public static JsonProperty? Choice(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Length > name.Length && member.Name.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiLetterUpper(member.Name[name.Length])) return member;
        }

        return null;
    }
}
