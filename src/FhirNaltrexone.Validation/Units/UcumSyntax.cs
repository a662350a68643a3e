using System.Collections.Frozen;

namespace FhirNaltrexone.Validation.Units;

/// <summary>
/// Recognizes UCUM codes (The Unified Code for Units of Measure, section 2.1): units with prefixes and exponents, multiplied and divided, with factors,
/// parentheses and annotations.
/// </summary>
public static class UcumSyntax
{
    private const int MaxLength = 100;
    private const int MaxExponentDigits = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Metric = UcumSymbols.Metric.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Other = UcumSymbols.Other.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a code is a unit of UCUM; case matters.</summary>
    /// <param name="code">A code, such as <c>mg/dL</c> or <c>10*3/uL</c>.</param>
    public static bool IsUnit(string code)
    {
        if (code.Length is 0 or > MaxLength || code.AsSpan().ContainsAnyExceptInRange('!', '~')) return false;
        var rest = code.AsSpan(code[0] == '/' ? 1 : 0);
        return Term(ref rest) && rest.IsEmpty;
    }

    private static bool Term(ref ReadOnlySpan<char> rest)
    {
        while (Component(ref rest))
        {
            if (rest.IsEmpty || rest[0] is not ('.' or '/')) return true;
            rest = rest[1..];
        }

        return false;
    }

    private static bool Component(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return false;
        if (rest[0] == '{') return Annotation(ref rest);
        if (rest[0] == '(')
        {
            rest = rest[1..];
            if (!Term(ref rest) || rest.IsEmpty || rest[0] != ')') return false;
            rest = rest[1..];
            return true;
        }

        var symbol = rest[..SymbolLength(rest)];
        rest = rest[symbol.Length..];
        return IsSymbol(symbol) && (rest.IsEmpty || rest[0] != '{' || Annotation(ref rest));
    }

    private static bool Annotation(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('}');
        if (end < 0 || rest[1..end].Contains('{')) return false;
        rest = rest[(end + 1)..];
        return true;
    }

    /// <summary>How far a unit with its exponent reaches: what stands in brackets belongs to it.</summary>
    private static int SymbolLength(ReadOnlySpan<char> text)
    {
        var isInside = false;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '[') isInside = true;
            else if (text[index] == ']') isInside = false;
            else if (!isInside && text[index] is '.' or '/' or '(' or ')' or '{' or '}') return index;
        }

        return text.Length;
    }

    private static bool IsSymbol(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        if (!text.ContainsAnyExceptInRange('0', '9')) return text[0] != '0';
        var name = text.TrimEnd("0123456789");
        var digits = text.Length - name.Length;
        if (digits > MaxExponentDigits) return false;
        if (digits > 0 && name[^1] is '+' or '-') name = name[..^1];
        return Metric.Contains(name) || Other.Contains(name) || HasPrefix(name);
    }

    private static bool HasPrefix(ReadOnlySpan<char> name)
    {
        foreach (var prefix in UcumSymbols.Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && Metric.Contains(name[prefix.Length..])) return true;
        }

        return false;
    }
}
