namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>
/// Branches of a FHIRPath union. HL7 publishes one expression for many types; evaluating only the branches of the type at hand selects the same
/// elements for a fraction of the work.
/// </summary>
internal static class ExpressionBranches
{
    /// <summary>The parts between the <c>|</c> that lie outside parentheses and literals.</summary>
    public static IReadOnlyList<string> Split(string expression)
    {
        var branches = new List<string>();
        var (start, depth, isQuoted) = (0, 0, false);
        for (var index = 0; index < expression.Length; index++)
        {
            switch (expression[index])
            {
                case '\'':
                    isQuoted = !isQuoted;
                    break;
                case '(' when !isQuoted:
                    depth++;
                    break;
                case ')' when !isQuoted:
                    depth--;
                    break;
                case '|' when !isQuoted && depth == 0:
                    branches.Add(expression[start..index].Trim());
                    start = index + 1;
                    break;
            }
        }

        branches.Add(expression[start..].Trim());
        return branches;
    }

    /// <summary>The branches that can yield something on a resource of the type: those that begin with it, or with no type at all.</summary>
    public static string Of(string type, string expression)
        => string.Join(" | ", Split(expression).Where(branch => BelongsTo(type, branch)));

    private static bool BelongsTo(string type, string branch)
    {
        var text = branch.AsSpan().TrimStart("( ");
        if (text.IsEmpty || !char.IsAsciiLetterUpper(text[0])) return !text.IsEmpty;
        var end = text.IndexOfAnyExcept(Letters);
        var first = end < 0 ? text : text[..end];
        return first.SequenceEqual(type) || first is "Resource" or "DomainResource";
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
