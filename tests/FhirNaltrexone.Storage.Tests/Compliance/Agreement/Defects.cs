using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Mistakes that an engine could make, small ones: each must be noticed.</summary>
internal static class Defects
{
    public static IReadOnlyDictionary<string, Func<SearchQuery, SearchQuery>> All { get; } = new Dictionary<string, Func<SearchQuery, SearchQuery>>
    {
        ["a page begins one too late"] = query => query.After is { } after ? query with { After = after with { Number = after.Number - 1 } } : query,
        ["the last sort key is forgotten"] = query => query with { Sort = [.. query.Sort.SkipLast(1)] },
        ["descending is ascending"] = query => query with { Sort = [.. query.Sort.Select(key => key with { IsDescending = false })] },
        ["the total is forgotten"] = query => query with { IsTotalWanted = false },
        ["a negation is forgotten"] = Condition(part => part is Not not ? not.Part : part),
        ["the type of a target is forgotten"] = Condition(part => part is RefersTo link ? link with { TargetTypes = [] } : part),
        ["one condition of several is forgotten"] = Condition(part => part is AllOf { Parts.Count: > 1 } all ? new AllOf([.. all.Parts.SkipLast(1)]) : part),
        ["one alternative of several is forgotten"] = Condition(part => part is AnyOf { Parts.Count: > 1 } any ? new AnyOf([.. any.Parts.SkipLast(1)]) : part),
        ["parts of a composite need not meet"] = Condition(part => part is HasItem item
            ? new AllOf([.. item.Parts.Select(each => new HasEntry(each.Parameters, each.Test))]) : part),
        ["ge is gt for dates"] = Test(test => test is DateTest { Comparison: ValueComparison.GreaterOrEqual } date ? date with { Comparison = ValueComparison.Greater } : test),
        ["eq is overlap for dates"] = Test(test => test is DateTest { Comparison: ValueComparison.Equal } date ? date with { Comparison = ValueComparison.Approximate } : test),
        ["sa is gt for quantities"] = Test(test => test is QuantityTest { Comparison: ValueComparison.StartsAfter } number ? number with { Comparison = ValueComparison.Greater } : test),
        ["exact is not exact"] = Test(test => test is StringTest { Match: StringMatch.Exact } text ? text with { Match = StringMatch.Whole } : test),
        ["contains is starts with"] = Test(test => test is StringTest { Match: StringMatch.Contains } text ? text with { Match = StringMatch.StartsWith } : test),
        ["no system is any system"] = Test(test => test is TokenTest tokens
            ? new TokenTest([.. tokens.Values.Select(value => value.System is "" ? value with { System = null } : value)]) : test),
        ["the version of a reference is forgotten"] = Test(test => test is ReferenceTest references
            ? new ReferenceTest([.. references.Values.Select(value => value with { TargetVersion = null })]) : test),
    };

    private static Func<SearchQuery, SearchQuery> Test(Func<ValueTest, ValueTest> change)
        => Condition(part => part switch
        {
            HasEntry entry => entry with { Test = change(entry.Test) },
            HasItem item => new HasItem([.. item.Parts.Select(each => each with { Test = change(each.Test) })]),
            _ => part,
        });

    private static Func<SearchQuery, SearchQuery> Condition(Func<SearchExpression, SearchExpression> change)
        => query => query.Filter is { } filter ? query with { Filter = Rewrite(filter, change) } : query;

    private static SearchExpression Rewrite(SearchExpression expression, Func<SearchExpression, SearchExpression> change) => change(expression switch
    {
        AllOf all => new AllOf([.. all.Parts.Select(part => Rewrite(part, change))]),
        AnyOf any => new AnyOf([.. any.Parts.Select(part => Rewrite(part, change))]),
        Not not => new Not(Rewrite(not.Part, change)),
        RefersTo link => link with { Target = Rewrite(link.Target, change) },
        ReferredBy link => link with { Source = Rewrite(link.Source, change) },
        _ => expression,
    });
}
