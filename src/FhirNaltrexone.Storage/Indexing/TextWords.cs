using System.Net;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>Gathers the distinct words of a resource: of its narrative without markup (<c>_text</c>), or of all its strings (<c>_content</c>).</summary>
internal sealed class TextWords
{
    internal const int MaximalWordLength = 64;
    private const int MaximalWords = 20_000;
    private const int MaximalDepth = 64;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Words of the narrative; null when there are none.</summary>
    public static string? OfNarrative(JsonElement resource)
    {
        var words = new TextWords();
        if (resource.Member("text"u8)?.Text("div"u8) is { } div) words.AddMarkup(div);
        return words.Joined();
    }

    /// <summary>Words of all strings but binary data; null when there are none.</summary>
    public static string? OfContent(JsonElement resource)
    {
        var words = new TextWords();
        words.AddAll(resource, 0);
        return words.Joined();
    }

    private void AddAll(JsonElement element, int depth)
    {
        if (depth > MaximalDepth || _words.Count >= MaximalWords) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                if (element.SafeText() is { } text) Add(text);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) AddAll(item, depth + 1);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) AddMember(member, depth);
                break;
        }
    }

    private void AddMember(JsonProperty member, int depth)
    {
        if (member.IsNamed("data"u8) || member.IsNamed("resourceType"u8)) return;
        if (!member.IsNamed("div"u8)) AddAll(member.Value, depth + 1);
        else if (member.Value.SafeText() is { } div) AddMarkup(div);
    }

    private void AddMarkup(string div)
    {
        var text = new StringBuilder(div.Length);
        var isTag = false;
        foreach (var character in div)
        {
            if (character == '<') isTag = true;
            if (!isTag) text.Append(character);
            if (character != '>' || !isTag) continue;
            isTag = false;
            text.Append(' ');
        }

        Add(WebUtility.HtmlDecode(text.ToString()).Replace("\0", "", StringComparison.Ordinal));
    }

    private void Add(string text)
    {
        var folded = Fold(text);
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = folded.AsSpan(range);
            if (word.IsEmpty) continue;
            if (_words.Count >= MaximalWords) return;
            lookup.Add(word.Length <= MaximalWordLength ? word : word[..MaximalWordLength]);
        }
    }

    /// <summary>A character reference of a narrative may stand for half a pair, which cannot be normalised.</summary>
    private static string Fold(string text)
    {
        try
        {
            return TextFolding.Fold(text);
        }
        catch (ArgumentException)
        {
            return TextFolding.Fold(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }
    }

    private string? Joined()
    {
        if (_words.Count == 0) return null;
        var words = _words.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        return $" {string.Join(' ', words)} ";
    }
}
