using System.Text;

namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>Gives ids that are valid in FHIR R4 and different from one another; the same plan always gets the same.</summary>
internal sealed class IdAllocator
{
    private const int MaxLength = 64;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    // Where counting goes on for ids that are wanted often.
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>An id as near to the wanted one as can be.</summary>
    /// <param name="wanted">What it should be.</param>
    /// <param name="owner">Id of what it belongs to: goes before it when it is taken already.</param>
    public string Take(string wanted, string? owner = null)
    {
        var plain = Valid(wanted);
        if (_taken.Add(plain)) return plain;
        if (owner is not null && Valid($"{owner}.{plain}") is var longer && _taken.Add(longer)) return longer;
        for (var number = _next.GetValueOrDefault(plain, 2); ; number++)
        {
            var suffix = $"-{number}";
            var next = plain[..Math.Min(plain.Length, MaxLength - suffix.Length)] + suffix;
            if (!_taken.Add(next)) continue;
            _next[plain] = number + 1;
            return next;
        }
    }

    private static string Valid(string wanted)
    {
        var valid = new StringBuilder(wanted.Length);
        foreach (var character in wanted) valid.Append(char.IsAsciiLetterOrDigit(character) || character is '-' or '.' ? character : '-');
        if (valid.Length == 0) valid.Append("id");
        return valid.ToString(0, Math.Min(valid.Length, MaxLength));
    }
}
