using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>How a search is run: the condition that gives the candidates, and those that are asked of each.</summary>
/// <param name="Access">How candidates are come by.</param>
/// <param name="Driver">Condition that gives them; null for a walk.</param>
/// <param name="Probes">All other conditions.</param>
internal sealed record SearchPlan(Access Access, SearchExpression? Driver, IReadOnlyList<SearchExpression> Probes)
{
    /// <summary>Lists longer than this are dense: probing newest first finds a page sooner than making the list.</summary>
    public const int DenseFrom = 1000;

    /// <summary>How far conditions that are all dense are counted to tell the sparsest.</summary>
    public const int VeryDenseFrom = 30_000;

    /// <summary>The parts that must all hold.</summary>
    public static IReadOnlyList<SearchExpression> Parts(SearchExpression? filter) => filter switch
    {
        null => [],
        AllOf all => [.. all.Parts.SelectMany(Parts)],
        _ => [filter],
    };

    /// <summary>The parts of which the database should say how many resources match before a plan is made; none when there is only one way.</summary>
    public static IReadOnlyList<SearchExpression> ToMeasure(IReadOnlyList<SearchExpression> parts, SearchQuery query)
    {
        var candidates = parts.Where(Conditions.CanList).ToArray();
        var ranges = candidates.Where(Cost.IsRange).ToArray();
        var worth = ranges.Length > 0 ? ranges : candidates;
        return worth.Length == 1 && IsInOrder(query) && Cost.IsOrdered(worth[0]) ? [] : worth;
    }

    /// <summary>Chooses.</summary>
    /// <param name="parts">Parts of the condition.</param>
    /// <param name="counts">How many match each part measured, cut off at some limit; empty when nothing was measured.</param>
    /// <param name="query">The search.</param>
    public static SearchPlan Of(IReadOnlyList<SearchExpression> parts, IReadOnlyList<(SearchExpression Part, long Count)> counts, SearchQuery query)
    {
        var isInOrder = IsInOrder(query);
        if (counts.Count == 0)
        {
            return parts.FirstOrDefault(Cost.IsOrdered) is { } only && isInOrder ? By(Access.Ordered, only, parts) : ByOrder(parts, query);
        }

        var (best, count) = counts.MinBy(measured => measured.Count);
        if (isInOrder && Cost.IsOrdered(best)) return By(Access.Ordered, best, parts);
        if (count < DenseFrom) return By(Access.List, best, parts);
        var ordered = counts.Where(measured => Cost.IsOrdered(measured.Part)).OrderBy(measured => measured.Count).Select(measured => measured.Part)
            .FirstOrDefault();
        return isInOrder && ordered is not null ? By(Access.Ordered, ordered, parts) : ByOrder(parts, query);
    }

    // When most resources match, the first page is found soonest in the order it is wanted in.
    private static SearchPlan ByOrder(IReadOnlyList<SearchExpression> parts, SearchQuery query)
        => new(query.Sort is [{ Field: SortField.Entry, Kind: EntryKind.Date, Parameters.Count: 1 }] ? Access.Dates : Access.Walk, null, parts);

    private static bool IsInOrder(SearchQuery query) => query.Sort.Count == 0;

    private static SearchPlan By(Access access, SearchExpression driver, IReadOnlyList<SearchExpression> parts)
        => new(access, driver, [.. parts.Where(part => !ReferenceEquals(part, driver))]);
}
