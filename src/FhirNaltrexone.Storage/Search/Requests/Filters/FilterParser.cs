using System.Text.Json;

namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>
/// Parses <c>_filter</c> by its grammar (FHIR R4, search_filter). <c>and</c> and <c>or</c> have no precedence: they are taken from left to right.
/// </summary>
/// <param name="text">The filter.</param>
/// <param name="maxDepth">Deepest nesting.</param>
internal sealed class FilterParser(string text, int maxDepth)
{
    private int _at;
    private int _depth;

    /// <summary>Why there is no result, with the place as number of characters before it.</summary>
    public string? Problem { get; private set; }

    /// <summary>The filter, or null with a <see cref="Problem"/>.</summary>
    public FilterNode? Parse()
    {
        var node = ReadFilter();
        if (node is null) return null;
        SkipSpace();
        return _at == text.Length ? node : Fail<FilterNode>("'and', 'or' or the end");
    }

    private FilterNode? ReadFilter()
    {
        if (++_depth > maxDepth) return Fail<FilterNode>($"at most {maxDepth} levels of nesting");
        var entered = _depth;
        var left = ReadTerm();
        while (left is not null && ReadConjunction() is { } isAnd)
        {
            if (ReadTerm() is not { } right) return null;
            left = Join(left, isAnd, right);
            if (left is null) return null;
        }

        _depth = entered - 1;
        return left;
    }

    /// <summary>A change between <c>and</c> and <c>or</c> nests like parentheses do.</summary>
    private FilterNode? Join(FilterNode left, bool isAnd, FilterNode right)
    {
        if (left is FilterLogic logic && logic.IsAnd == isAnd) return logic with { Parts = [.. logic.Parts, right] };
        if (left is FilterLogic && ++_depth > maxDepth) return Fail<FilterNode>($"at most {maxDepth} levels of nesting");
        return new FilterLogic(isAnd, [left, right]);
    }

    private FilterNode? ReadTerm()
    {
        SkipSpace();
        if (Peek() == '(') return ReadParenthesis();
        var start = _at;
        if (!TakeWord("not")) return ReadTest();
        SkipSpace();
        if (Peek() == '(') return ReadParenthesis() is { } inner ? new FilterNot(inner) : null;

        // A parameter may be named "not", too.
        _at = start;
        return ReadTest();
    }

    private FilterNode? ReadParenthesis()
    {
        _at++;
        if (ReadFilter() is not { } inner) return null;
        SkipSpace();
        return Take(')') ? inner : Fail<FilterNode>("')'");
    }

    private FilterTest? ReadTest()
    {
        if (ReadPath() is not { } path) return null;
        SkipSpace();
        var operation = TakeWhile(char.IsAsciiLetterLower);
        if (operation.Length != 2) return Fail<FilterTest>("an operator such as 'eq'");
        var before = _at;
        SkipSpace();
        if (before == _at) return Fail<FilterTest>("a space");
        return ReadValue() is { } value ? new FilterTest(path, operation, value) : null;
    }

    private FilterPath? ReadPath()
    {
        if (++_depth > maxDepth) return Fail<FilterPath>($"at most {maxDepth} levels of nesting");
        var name = TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or ':');
        if (name.Length == 0) return Fail<FilterPath>("the name of a search parameter");
        FilterNode? condition = null;
        if (Take('['))
        {
            condition = ReadFilter();
            if (condition is null) return null;
            SkipSpace();
            if (!Take(']')) return Fail<FilterPath>("']'");
            if (Peek() != '.') return Fail<FilterPath>("'.'");
        }

        FilterPath? next = null;
        if (Take('.') && (next = ReadPath()) is null) return null;
        _depth--;
        return new FilterPath(name, condition, next);
    }

    private string? ReadValue()
    {
        if (Peek() == '"') return ReadString();
        var value = TakeWhile(character => !char.IsWhiteSpace(character) && character is not (')' or ']'));
        return value.Length > 0 ? value : Fail<string>("a value");
    }

    private string? ReadString()
    {
        var start = _at++;
        while (_at < text.Length && text[_at] != '"') _at += text[_at] == '\\' ? 2 : 1;
        if (_at >= text.Length) return Fail<string>("'\"' at the end of the text");
        _at++;
        try
        {
            return JsonSerializer.Deserialize<string>(text.AsSpan(start, _at - start));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Fail<string>("a text as JSON writes it");
        }
    }

    private bool? ReadConjunction()
    {
        SkipSpace();
        if (TakeWord("and")) return true;
        return TakeWord("or") ? false : null;
    }

    private bool TakeWord(string word)
    {
        if (!text.AsSpan(_at).StartsWith(word)) return false;
        var end = _at + word.Length;
        if (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '(') return false;
        _at = end;
        return true;
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at])) _at++;
        return text[start.._at];
    }

    private bool Take(char character)
    {
        if (Peek() != character) return false;
        _at++;
        return true;
    }

    private char? Peek() => _at < text.Length ? text[_at] : null;

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private T? Fail<T>(string expected)
        where T : class
    {
        Problem ??= $"after {Math.Min(_at, text.Length)} characters {expected} is expected.";
        return null;
    }
}
