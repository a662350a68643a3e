using System.Buffers;
using System.Text;

namespace FhirNaltrexone.Server.CdsHooks.Cards;

/// <summary>Makes text fit the limits of a card.</summary>
internal static class CardText
{
    /// <summary>Longest summary: CDS Hooks 2.0 demands fewer than 140 characters.</summary>
    public const int MaxSummary = 139;

    private static readonly SearchValues<char> Openers = SearchValues.Create(@"[<\");

    /// <summary>The summary, cut at a word and ended with an ellipsis when it is too long.</summary>
    public static string Summary(string text)
    {
        if (text.Length <= MaxSummary)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', MaxSummary - 1);
        if (end <= 0)
        {
            end = char.IsHighSurrogate(text[MaxSummary - 2]) ? MaxSummary - 2 : MaxSummary - 1;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(" ,;:."), "…");
    }

    /// <summary>
    /// The detail, in which nothing opens a link, an image or HTML: it is GitHub Flavored Markdown (CDS Hooks 2.0, Card Attributes), some of its words
    /// are those of patients, and links of ours stand in links of the card. Other signs only change looks, and clients that show plain text would show
    /// every backslash.
    /// </summary>
    /// <param name="text">The detail as rules and notes say it.</param>
    public static string Detail(string text)
    {
        var next = text.AsSpan().IndexOfAny(Openers);
        if (next < 0) return text;
        var detail = new StringBuilder(text.Length + 16).Append(text, 0, next);
        for (; next < text.Length; next++)
        {
            if (Opens(text, next)) detail.Append('\\');
            detail.Append(text[next]);
        }

        return detail.ToString();
    }

    // A backslash of the text's own would undo one of ours. HTML and addresses in angle brackets begin with one of these signs (CommonMark 0.31, 6.5 and
    // 6.6): comparisons do not.
    private static bool Opens(string text, int place) => text[place] switch
    {
        '[' or '\\' => true,
        '<' => place + 1 < text.Length && (char.IsAsciiLetter(text[place + 1]) || text[place + 1] is '/' or '!' or '?'),
        _ => false,
    };
}
