using System.Text;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Texts that start alike, as a range of the order by bytes.</summary>
internal static class TextRange
{
    private const int BeforeSurrogates = 0xD7FF;
    private const int AfterSurrogates = 0xE000;
    private const int LastRune = 0x10FFFF;

    /// <summary>The least text greater than all that start with a prefix; null when there is none.</summary>
    /// <param name="prefix">Start of the texts.</param>
    public static string? End(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToArray();
        for (var last = runes.Length - 1; last >= 0; last--)
        {
            if (runes[last].Value == LastRune) continue;
            var next = runes[last].Value == BeforeSurrogates ? AfterSurrogates : runes[last].Value + 1;
            return string.Concat(runes[..last].Select(rune => rune.ToString())) + new Rune(next);
        }

        return null;
    }

    /// <summary>The first characters of a text, as the databases count them: code points.</summary>
    /// <param name="text">A text.</param>
    /// <param name="length">How many; null for all.</param>
    public static string Start(string text, int? length)
    {
        if (length is null || text.Length <= length) return text;
        return string.Concat(text.EnumerateRunes().Take(length.Value).Select(rune => rune.ToString()));
    }
}
