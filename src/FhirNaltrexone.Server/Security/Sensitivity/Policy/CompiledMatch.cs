using System.Buffers;
using System.Collections.Frozen;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>A <see cref="CodeMatch"/> ready to be asked.</summary>
internal sealed class CompiledMatch
{
    private readonly FrozenSet<(string System, string Code)> _codes;
    private readonly ILookup<string, string> _beginnings;
    private readonly string[] _words;

    // Nearly no text holds any of the words: one look for all of them at once.
    private readonly SearchValues<string> _anyWord;

    private CompiledMatch(FrozenSet<(string, string)> codes, CodeMatch match)
    {
        _codes = codes;
        _beginnings = match.StartsWith.ToLookup(code => code.System, code => code.Code, StringComparer.Ordinal);
        _words = [.. match.Words.Select(CodedContent.Plain)];
        _anyWord = SearchValues.Create(_words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Prepares a match.</summary>
    /// <param name="match">What is to be matched.</param>
    /// <param name="terminology">Knows the value sets of the content, and nothing that clients have stored.</param>
    public static CompiledMatch Of(CodeMatch match, TerminologyService terminology)
        => new(match.ValueSets.SelectMany(set => Codes(set, terminology)).Concat(match.Codes.Select(code => (code.System, code.Code))).ToFrozenSet(), match);

    /// <summary>Whether it holds for what a resource, or a part of it, says.</summary>
    /// <param name="codes">Its codes.</param>
    /// <param name="texts">Its texts.</param>
    public bool Holds(IReadOnlyCollection<(string System, string Code)> codes, IReadOnlyCollection<string> texts)
        => codes.Any(Holds) || (_words.Length > 0 && texts.Any(HasWord));

    private bool HasWord(string text) => text.AsSpan().ContainsAny(_anyWord) && Array.Exists(_words, word => IsIn(text, word));

    private bool Holds((string System, string Code) code)
        => _codes.Contains(code) || (_beginnings.Count > 0 && _beginnings[code.System].Any(beginning => code.Code.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<(string, string)> Codes(string set, TerminologyService terminology)
        => terminology.Expand(set, new()).Value is { } expansion
            ? expansion.Codes.Select(code => (code.System, code.Code))
            : throw PolicyFile.Unusable($"the codes of the value set {set} are not known here");

    /// <summary>OUD is a disorder, and an oud an instrument.</summary>
    private static bool IsAbbreviation(string word) => word.All(letter => !char.IsLower(letter));

    /// <summary>Whole words only: methylnaltrexone is another drug.</summary>
    private static bool IsIn(string text, string word)
    {
        var comparison = IsAbbreviation(word) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(word, comparison); at >= 0; at = text.IndexOf(word, at + 1, comparison))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))) return true;
        }

        return false;
    }
}
