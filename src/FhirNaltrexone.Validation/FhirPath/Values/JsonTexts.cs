using System.Text.Json;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Reads texts of JSON that may hold escapes that are no valid Unicode.</summary>
internal static class JsonTexts
{
    /// <summary>The text of a string; null for anything else.</summary>
    public static string? Text(this JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) return null;
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone half of a surrogate pair, written as an escape.
            return null;
        }
    }

    /// <summary>The text of a member; null when there is none.</summary>
    public static string? Text(this JsonElement json, ReadOnlySpan<byte> name) => json.TryGetProperty(name, out var member) ? member.Text() : null;

    /// <summary>Whether the value is this text.</summary>
    public static bool IsText(this JsonElement json, string text)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String && json.ValueEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the value is this text, in UTF-8.</summary>
    public static bool IsText(this JsonElement json, ReadOnlySpan<byte> text)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String && json.ValueEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
