using System.Buffers;
using System.Globalization;
using System.Text;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>How strings are made comparable for search (FHIR R4, string parameters): without case, accents, punctuation and extra space.</summary>
public static class TextFolding
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> Gaps = SearchValues.Create("!\"#%&'()*,-./:;?@[\\]_{}\u007F");

    /// <summary>The folded text: lower case, no combining marks, each run of anything but letters, digits and symbols one space, none at the ends.</summary>
    /// <param name="text">Any text.</param>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return text;
        return Ascii.IsValid(text) ? FoldAscii(text) : FoldAny(text);
    }

    /// <summary>The folded text, the long way round.</summary>
    internal static string FoldAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            switch (Kind(rune))
            {
                case Role.Dropped:
                    continue;
                case Role.Gap:
                    gap = folded.Length > 0;
                    continue;
            }

            if (gap) folded.Append(' ');
            gap = false;
            folded.Append(Letters(Rune.ToLowerInvariant(rune)));
        }

        return folded.ToString();
    }

    /// <summary>The same for ASCII, which most texts are, several times faster.</summary>
    private static string FoldAscii(string text)
    {
        Span<char> buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var (length, gap) = (0, false);
        foreach (var character in text)
        {
            if (character <= ' ' || Gaps.Contains(character))
            {
                gap = length > 0;
                continue;
            }

            if (gap) buffer[length++] = ' ';
            gap = false;
            buffer[length++] = char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
        }

        return new string(buffer[..length]);
    }

    // Letters that Unicode does not take apart, but that are typed without their stroke, or as two, where the keyboard lacks them.
    private static string Letters(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ς' => "σ",
        _ => rune.ToString(),
    };

    private static Role Kind(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format
            => Role.Dropped,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => Role.Gap,
        _ => Role.Kept,
    };

    private enum Role
    {
        Kept,
        Dropped,
        Gap,
    }
}
