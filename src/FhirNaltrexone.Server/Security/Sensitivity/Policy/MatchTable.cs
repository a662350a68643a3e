using System.Buffers;
using System.Collections.Frozen;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>
/// All that the rules of a policy look for, asked in one go: each <see cref="CodeMatch"/> is a bit, and what a resource says gives the bits of those that
/// hold. It is asked of every record of every call.
/// </summary>
internal sealed class MatchTable
{
    /// <summary>How many <see cref="CodeMatch"/> a policy may have.</summary>
    public const int Most = 64;

    private readonly FrozenDictionary<(string System, string Code), ulong> _codes;
    private readonly FrozenDictionary<string, (string Beginning, ulong Matches)[]> _beginnings;

    // Nearly no text holds any of the words: one look for all of them at once, and where one begins, only those with its first letter are compared.
    private readonly SearchValues<string> _anyWord;
    private readonly FrozenDictionary<char, Word[]> _words;

    /// <summary>Prepares matches.</summary>
    /// <param name="matches">What is to be matched: the first has the lowest bit.</param>
    /// <param name="terminology">Knows the value sets of the content, and nothing that clients have stored.</param>
    /// <exception cref="ServerException">There are more than <see cref="Most"/>, or codes of a value set are not known.</exception>
    public MatchTable(IReadOnlyList<CodeMatch> matches, TerminologyService terminology)
    {
        if (matches.Count > Most) throw PolicyFile.Unusable($"it has more than {Most} of when and unless");
        _codes = ByKey(matches.Select(match => match.ValueSets.SelectMany(set => Codes(set, terminology)).Concat(match.Codes.Select(code => (code.System, code.Code)))));
        _beginnings = ByKey(matches.Select(match => match.StartsWith)).GroupBy(each => each.Key.System, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(each => (each.Key.Code, each.Value)).ToArray(), StringComparer.Ordinal);
        List<Word> words = [.. ByKey(matches.Select(match => match.Words.Select(CodedContent.Plain))).Select(each => new Word(each.Key, ComparisonOf(each.Key), each.Value))];
        if (words.Exists(word => word.Text.Length == 0)) throw PolicyFile.Unusable("it has an empty word");
        _anyWord = SearchValues.Create([.. words.Select(word => word.Text)], StringComparison.OrdinalIgnoreCase);
        _words = words.GroupBy(word => char.ToUpperInvariant(word.Text[0])).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The bits of the matches that hold for what a resource, or a part of it, says.</summary>
    /// <param name="content">What it says.</param>
    public ulong Which(CodedContent content)
    {
        var found = 0UL;
        foreach (var code in content.Codes) found |= OfCode(code);
        foreach (var text in content.Texts) found |= OfText(text);
        return found;
    }

    /// <summary>The bits of the matches that a code makes hold.</summary>
    /// <param name="code">System, aliases resolved, and code.</param>
    public ulong OfCode((string System, string Code) code)
    {
        var found = _codes.GetValueOrDefault(code);
        if (!_beginnings.TryGetValue(code.System, out var beginnings)) return found;
        foreach (var (beginning, matches) in beginnings)
        {
            if (code.Code.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) found |= matches;
        }

        return found;
    }

    /// <summary>The bits of the matches that a text makes hold.</summary>
    /// <param name="text">A text, with blanks for hyphens.</param>
    public ulong OfText(string text)
    {
        var found = 0UL;
        for (var at = 0; text.AsSpan(at).IndexOfAny(_anyWord) is >= 0 and var next; at++)
        {
            at += next;
            if (!_words.TryGetValue(char.ToUpperInvariant(text[at]), out var words)) continue;
            foreach (var word in words)
            {
                if (word.IsAt(text, at)) found |= word.Matches;
            }
        }

        return found;
    }

    private static FrozenDictionary<T, ulong> ByKey<T>(IEnumerable<IEnumerable<T>> matches)
        where T : notnull
    {
        var bits = new Dictionary<T, ulong>();
        foreach (var (place, keys) in matches.Index())
        {
            foreach (var key in keys) bits[key] = bits.GetValueOrDefault(key) | (1UL << place);
        }

        return bits.ToFrozenDictionary();
    }

    private static IEnumerable<(string System, string Code)> Codes(string set, TerminologyService terminology)
        => terminology.Expand(set, new()).Value is { } expansion
            ? expansion.Codes.Select(code => (code.System, code.Code))
            : throw PolicyFile.Unusable($"the codes of the value set {set} are not known here");

    /// <summary>OUD is a disorder, and an oud an instrument: case matters for abbreviations.</summary>
    private static StringComparison ComparisonOf(string word)
        => word.All(letter => !char.IsLower(letter)) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private sealed record Word(string Text, StringComparison Comparison, ulong Matches)
    {
        /// <summary>Whether it stands at a place as a whole: methylnaltrexone is another drug.</summary>
        public bool IsAt(string text, int at)
        {
            var end = at + Text.Length;
            return text.AsSpan(at).StartsWith(Text, Comparison)
                && (at == 0 || !char.IsLetter(text[at - 1]))
                && (end == text.Length || !char.IsLetter(text[end]));
        }
    }
}
