namespace FhirNaltrexone.Server.CdsHooks.Cards;

/// <summary>Makes text fit the limits of a card.</summary>
internal static class CardText
{
    /// <summary>Longest summary: CDS Hooks 2.0 demands fewer than 140 characters.</summary>
    public const int MaxSummary = 139;

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
}
