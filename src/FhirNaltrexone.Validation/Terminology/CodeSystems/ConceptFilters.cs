using System.Text.RegularExpressions;
using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>Makes tests of concepts from filters (FHIR R4, FilterOperator).</summary>
internal static class ConceptFilters
{
    private const int MaxPattern = 200;

    /// <summary>Properties every concept has.</summary>
    public static readonly string[] OwnProperties = ["concept", "code", "display", "definition", "parent", "child", "inactive", "notSelectable"];

    /// <summary>Makes a test for the concepts of a system known in full.</summary>
    /// <param name="system">The system.</param>
    /// <param name="filter">The filter.</param>
    public static Answer<Func<Concept, bool>> Compile(ICodeSystem system, ConceptFilter filter)
    {
        var (property, operation, value) = filter;
        return operation switch
        {
            "is-a" => Reach(system, value, Hierarchy.Descendants, static (reached, one, _) => reached.Contains(one)),
            "descendent-of" => Reach(system, value, Hierarchy.Descendants, static (reached, one, top) => one != top && reached.Contains(one)),
            "is-not-a" => Reach(system, value, Hierarchy.Descendants, static (reached, one, _) => !reached.Contains(one)),
            "generalizes" => Reach(system, value, Hierarchy.Ancestors, static (reached, one, _) => reached.Contains(one)),
            "=" => Values(property, values => values.Contains(value, StringComparer.Ordinal)),
            "in" => OneOf(property, value, isWanted: true),
            "not-in" => OneOf(property, value, isWanted: false),
            "exists" => value is "true" or "false" ? Values(property, values => values.Any() == (value == "true")) : Odd(system),
            "regex" => Regex(system, property, value),
            _ => Odd(system),
        };
    }

    private static Answer<Func<Concept, bool>> Values(string property, Func<IEnumerable<string>, bool> test) => new(concept => test(concept.Values(property)));

    private static Answer<Func<Concept, bool>> OneOf(string property, string list, bool isWanted)
    {
        var codes = list.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        return Values(property, values => values.Any(codes.Contains) == isWanted);
    }

    private static Answer<Func<Concept, bool>> Reach(
        ICodeSystem system, string code, Func<Concept, IReadOnlySet<Concept>> reach, Func<IReadOnlySet<Concept>, Concept, Concept, bool> test)
    {
        if (system.HierarchyProblem is { } problem) return Answer<Func<Concept, bool>>.Unknown(problem);
        if (system.Find(code).Value is not { } top)
            return Answer<Func<Concept, bool>>.Unknown($"A filter names a code that is not in the code system '{system.Url}'.");
        var reached = reach(top);
        return new(concept => test(reached, concept, top));
    }

    /// <summary>The whole value must match. An engine without backtracking takes time in proportion to the text only.</summary>
    private static Answer<Func<Concept, bool>> Regex(ICodeSystem system, string property, string pattern)
    {
        if (pattern.Length > MaxPattern) return Odd(system);
        try
        {
            var regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return Values(property, values => values.Any(regex.IsMatch));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return Odd(system);
        }
    }

    private static Answer<Func<Concept, bool>> Odd(ICodeSystem system)
        => Answer<Func<Concept, bool>>.Unknown($"A filter on '{system.Url}' cannot be evaluated here.");
}
