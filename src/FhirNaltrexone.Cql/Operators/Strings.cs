using System.Text.RegularExpressions;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>String operators. Regular expressions run with a time limit, since their input comes from patient data.</summary>
internal static class Strings
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    public static object? Combine(CqlList list, string separator)
    {
        var parts = list.OfType<string>().ToArray();
        return parts.Length == 0 ? null : string.Join(separator, parts);
    }

    public static object? Split(string text, string? separator)
    {
        if (string.IsNullOrEmpty(separator)) return CqlList.Of(text);
        var parts = text.Split(separator).ToArray<object?>();
        return new CqlList(parts, parts.Length);
    }

    public static object? SplitOnMatches(string text, string pattern)
    {
        var parts = Guarded(() => Regex.Split(text, pattern, RegexOptions.None, PatternLimit)).ToArray<object?>();
        return new CqlList(parts, parts.Length);
    }

    public static object? Substring(string text, int start, object? length)
    {
        if (start < 0 || start > text.Length || (start == text.Length && start > 0)) return null;
        var count = length is int wanted ? Math.Clamp(wanted, 0, text.Length - start) : text.Length - start;
        return text.Substring(start, count);
    }

    public static object? At(string text, int index) => index < 0 || index >= text.Length ? null : text[index].ToString();

    /// <summary>True when the whole text matches the pattern.</summary>
    public static bool Matches(string text, string pattern) =>
        Guarded(() => Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.None, PatternLimit));

    public static string Replace(string text, string pattern, string substitution) =>
        Guarded(() => Regex.Replace(text, pattern, substitution.Replace("\\$", "$$", StringComparison.Ordinal), RegexOptions.None, PatternLimit));

    private static T Guarded<T>(Func<T> operation)
    {
        try
        {
            return operation();
        }
        catch (Exception error) when (error is RegexMatchTimeoutException or RegexParseException)
        {
            throw new CqlException(error is RegexParseException ? "The regular expression is not valid." : "The regular expression took too long.");
        }
    }
}
