using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads strings and words (FHIR R4, string parameters).</summary>
internal static class StringReading
{
    /// <summary>Alternatives of which nothing remains when folded match nothing: they must not match everything.</summary>
    public static StringTest Read(StringMatch match, IReadOnlyList<string> raw)
    {
        var isExact = match == StringMatch.Exact;
        var values = raw.Select(SearchText.Unescape).Select(text => new StringValue(IndexText.Folded(text), isExact ? IndexText.Exact(text) : null));
        return new StringTest(match, [.. values.Where(value => (value.Exact ?? value.Folded).Length > 0).Distinct()]);
    }

    /// <summary>Alternatives, each of them words that must all occur (<c>_text</c>, <c>_content</c>).</summary>
    public static WordsTest ReadWords(IReadOnlyList<string> raw)
        => new([.. raw.Select(SearchText.Unescape).Select(Words).Where(words => words.Length > 0)]);

    private static string[] Words(string text)
        => [.. TextFolding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cut).Distinct().Order(StringComparer.Ordinal)];

    // Longer words are kept cut, too.
    private static string Cut(string word) => word.Length <= TextWords.MaximalWordLength ? word : word[..TextWords.MaximalWordLength];
}
