using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Matching;

/// <summary>
/// Tells whether one version of a resource meets a condition, by the index entries it would have, without asking a database. Conditions on other
/// resources (chaining, <c>_has</c>, <c>_list</c>) cannot be answered so: ask <see cref="IsPossible"/> first.
/// </summary>
public static class ResourceMatch
{
    /// <summary>Whether a condition is one on the resource alone.</summary>
    /// <param name="expression">The condition.</param>
    public static bool IsPossible(SearchExpression expression) => expression switch
    {
        AllOf all => all.Parts.All(IsPossible),
        AnyOf any => any.Parts.All(IsPossible),
        Not not => IsPossible(not.Part),
        RefersTo or ReferredBy => false,
        HasEntry { Test: NearTest } => false,
        _ => true,
    };

    /// <summary>Whether a version meets a condition.</summary>
    /// <param name="expression">A condition that is possible.</param>
    /// <param name="version">The version, not a deletion.</param>
    /// <param name="index">Its entries.</param>
    /// <exception cref="NotSupportedException">The condition needs more than this resource.</exception>
    public static bool Holds(SearchExpression expression, ResourceVersion version, IndexEntries index) => expression switch
    {
        AllOf all => all.Parts.All(part => Holds(part, version, index)),
        AnyOf any => any.Parts.Any(part => Holds(part, version, index)),
        Not not => !Holds(not.Part, version, index),
        TypeIs type => type.Types.Contains(version.Key.Type),
        IdIs id => id.Ids.Contains(version.Key.Id),
        UpdatedWithin updated => SpanMatch.Holds(updated.Comparison, Instant(version), Instant(version) + 1, updated.From, updated.To),
        HasEntry has => EntryMatch.Items(index, has.Parameters, has.Test).Any(),
        HasItem item => ItemHolds(item, index),
        _ => throw new NotSupportedException("The condition needs more than the resource itself."),
    };

    private static bool ItemHolds(HasItem item, IndexEntries index)
    {
        var common = EntryMatch.Items(index, item.Parts[0].Parameters, item.Parts[0].Test).ToHashSet();
        foreach (var part in item.Parts.Skip(1)) common.IntersectWith(EntryMatch.Items(index, part.Parameters, part.Test));
        return common.Count > 0;
    }

    private static long Instant(ResourceVersion version) => version.LastUpdated.ToUnixTimeMilliseconds();
}
