namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// Depth of the XHTML of a narrative. It is read by a parser that goes one call deeper with each element: thousands would overflow the stack
/// and end the process.
/// </summary>
internal static class NarrativeDepth
{
    /// <summary>Whether elements are nested deeper than the limit. Counts tags only; whether they match is for the parser.</summary>
    /// <param name="html">A narrative.</param>
    /// <param name="limit">Deepest nesting allowed.</param>
    public static bool Exceeds(ReadOnlySpan<char> html, int limit)
    {
        var depth = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = Next(html, at + 1))
        {
            var rest = html[(at + 1)..];
            if (rest.IsEmpty) return false;
            if (rest[0] == '/') depth--;
            else if (rest[0] is not ('!' or '?') && !IsClosed(rest)) depth++;
            if (depth > limit) return true;
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> html, int from)
    {
        var step = html[from..].IndexOf('<');
        return step < 0 ? -1 : from + step;
    }

    private static bool IsClosed(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('>', '<');
        return end > 0 && tag[end] == '>' && tag[end - 1] == '/';
    }
}
