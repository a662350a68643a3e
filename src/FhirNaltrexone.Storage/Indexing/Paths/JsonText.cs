using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>Reads texts of JSON that nobody has validated.</summary>
internal static class JsonText
{
    /// <summary>Finds a member. Where another member's name holds half a surrogate pair, the parser cannot compare names: then nothing is found.</summary>
    public static bool TryGet(this JsonElement element, ReadOnlySpan<byte> name, out JsonElement value)
    {
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Whether a member has a name, written without escapes.</summary>
    public static bool IsNamed(this JsonProperty member, ReadOnlySpan<byte> name) => JsonMarshal.GetRawUtf8PropertyName(member).SequenceEqual(name);

    /// <summary>The text of a member; null when it is missing, no string, or no valid Unicode.</summary>
    public static string? Text(this JsonElement element, ReadOnlySpan<byte> name)
        => element.ValueKind == JsonValueKind.Object && element.TryGet(name, out var value) ? value.SafeText() : null;

    /// <summary>The text of a string without U+0000; null for an empty one, for anything else, and for escapes that are no valid Unicode.</summary>
    public static string? SafeText(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            var text = value.GetString()!;
            if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace("\0", "", StringComparison.Ordinal);
            return text.Length == 0 ? null : text;
        }
        catch (InvalidOperationException)
        {
            // A lone half of a surrogate pair, written as an escape.
            return null;
        }
    }

    /// <summary>The name of a member; empty when its escapes are no valid Unicode.</summary>
    public static string SafeName(this JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>A member that has a value.</summary>
    public static JsonElement? Member(this JsonElement element, ReadOnlySpan<byte> name)
        => element.ValueKind == JsonValueKind.Object && element.TryGet(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The items of an array member; none when it is missing or no array.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement element, ReadOnlySpan<byte> name)
        => element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default;

    /// <summary>Whether the value is this text.</summary>
    public static bool IsText(this JsonElement value, ReadOnlySpan<byte> text)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The number, when a decimal can hold it.</summary>
    public static decimal? Decimal(this JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>Whether the element has a value at all: more than an id and extensions.</summary>
    public static bool HasValue(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Array);
        foreach (var member in value.EnumerateObject())
        {
            if (!member.IsNamed("id"u8) && !member.IsNamed("extension"u8)) return true;
        }

        return false;
    }
}
