using System.Text;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The escapes of search values (FHIR R4, escaping search parameters): <c>\,</c> <c>\$</c> <c>\|</c> <c>\\</c>.</summary>
internal static class SearchText
{
    private const char Escape = '\\';
    private const string Escaped = @",$|\";

    /// <summary>Whether every backslash escapes something and every character can be stored.</summary>
    public static bool IsWellFormed(string raw)
    {
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] == Escape && (++index == raw.Length || !Escaped.Contains(raw[index], StringComparison.Ordinal))) return false;
        }

        return IsStorable(raw);
    }

    /// <summary>Whether a text is free of U+0000 and of halves of surrogate pairs, which no database takes.</summary>
    public static bool IsStorable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0') return false;
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }

        return true;
    }

    /// <summary>Parts between separators that are not escaped; the escapes stay.</summary>
    public static IReadOnlyList<string> Split(string raw, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] == Escape) index++;
            else if (raw[index] == separator)
            {
                parts.Add(raw[start..index]);
                start = index + 1;
            }
        }

        parts.Add(raw[start..]);
        return parts;
    }

    /// <summary>The text itself.</summary>
    public static string Unescape(string raw)
    {
        if (!raw.Contains(Escape, StringComparison.Ordinal)) return raw;
        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] == Escape && index + 1 < raw.Length) index++;
            text.Append(raw[index]);
        }

        return text.ToString();
    }

    /// <summary>A text as a value that stands for it.</summary>
    public static string AsValue(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Escaped.Contains(character, StringComparison.Ordinal)) value.Append(Escape);
            value.Append(character);
        }

        return value.ToString();
    }
}
