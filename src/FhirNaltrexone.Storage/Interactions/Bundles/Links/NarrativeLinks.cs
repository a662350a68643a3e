using System.Net;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>Finds what anchors and images of a narrative point to.</summary>
internal static class NarrativeLinks
{
    /// <summary>The links, each with its place in the text of the narrative, in order.</summary>
    /// <param name="narrative">XHTML.</param>
    public static IEnumerable<(Range Place, string Link)> Find(string narrative)
    {
        for (var at = narrative.IndexOf('<', StringComparison.Ordinal); at >= 0; at = narrative.IndexOf('<', at))
        {
            var end = EndOfTag(narrative, at);
            if (AttributeOf(narrative.AsSpan(at, end - at)) is { } name && ValueOf(narrative, at, end, name) is { } place)
            {
                yield return (place, WebUtility.HtmlDecode(narrative[place]));
            }

            at = end;
        }
    }

    /// <summary>A link as it stands in an attribute.</summary>
    /// <param name="link">The link.</param>
    public static string Encode(string link) => WebUtility.HtmlEncode(link);

    private static string? AttributeOf(ReadOnlySpan<char> tag)
        => IsElement(tag, "a") ? "href" : IsElement(tag, "img") ? "src" : null;

    private static bool IsElement(ReadOnlySpan<char> tag, string name)
        => tag.Length > name.Length + 1 && tag[1..].StartsWith(name, StringComparison.Ordinal) && char.IsWhiteSpace(tag[name.Length + 1]);

    // A quoted value may hold a greater-than sign.
    private static int EndOfTag(string text, int at)
    {
        var quote = '\0';
        for (at++; at < text.Length; at++)
        {
            var character = text[at];
            if (quote != '\0') quote = character == quote ? '\0' : quote;
            else if (character is '"' or '\'') quote = character;
            else if (character == '>') return at + 1;
        }

        return text.Length;
    }

    private static Range? ValueOf(string text, int at, int end, string name)
    {
        while (at < end)
        {
            var quote = text.AsSpan(at, end - at).IndexOfAny('"', '\'');
            if (quote < 0) return null;
            quote += at;
            var close = text.IndexOf(text[quote], quote + 1);
            if (close < 0 || close >= end) return null;
            if (NameBefore(text.AsSpan(at, quote - at)).SequenceEqual(name)) return (quote + 1)..close;
            at = close + 1;
        }

        return null;
    }

    private static ReadOnlySpan<char> NameBefore(ReadOnlySpan<char> text)
    {
        var name = text.TrimEnd();
        if (!name.EndsWith("=")) return [];
        name = name[..^1].TrimEnd();
        var space = name.LastIndexOfAny(' ', '\t', '\n');
        return space < 0 ? name : name[(space + 1)..];
    }
}
