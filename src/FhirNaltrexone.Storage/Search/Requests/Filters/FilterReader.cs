using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>Makes a condition of a <c>_filter</c> (FHIR R4, search_filter). Null when refused; the context knows why.</summary>
/// <param name="context">Shared by the readers of a request.</param>
/// <param name="conditions">Finds parameters on types.</param>
internal sealed class FilterReader(ReadingContext context, ConditionReader conditions)
{
    /// <summary>Reads a filter.</summary>
    /// <param name="types">Types searched.</param>
    /// <param name="text">The filter.</param>
    public SearchExpression? Read(IReadOnlyList<string> types, string text)
    {
        if (text.Length > context.Options.MaxFilterLength)
            return context.Refuse($"a filter has at most {context.Options.MaxFilterLength} characters.", IssueCodes.TooCostly);
        var parser = new FilterParser(text, context.Options.MaxFilterDepth);
        return parser.Parse() is { } node ? Read(types, node, isEachNeeded: true) : context.Refuse(parser.Problem!);
    }

    private SearchExpression? Read(IReadOnlyList<string> types, FilterNode node, bool isEachNeeded) => node switch
    {
        FilterLogic logic => Join(logic.IsAnd, [.. logic.Parts.Select(part => Read(types, part, isEachNeeded))]),
        FilterNot not => Read(types, not.Part, isEachNeeded) is { } part ? new Not(part) : null,
        FilterTest test => Test(types, test.Path, test, 0, isEachNeeded),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private SearchExpression? Test(IReadOnlyList<string> types, FilterPath path, FilterTest test, int depth, bool isEachNeeded)
    {
        if (depth > context.Options.MaxChainDepth)
            return context.Refuse($"a chain has at most {context.Options.MaxChainDepth} links.", IssueCodes.TooCostly);
        var (code, type) = ConditionReader.Split(path.Name == "id" ? KnownNames.Id : path.Name);
        if (path.Next is { } next)
            return conditions.OfEach(types, code, isEachNeeded, found => Links.To(context, found, type, Code(next), reached => Target(reached, path, next, test, depth)));
        if (type is not null) return context.Refuse("a type stands only before a point.");
        return SpecialReading.Is(code)
            ? FilterSpecials.Read(context, types, code, test)
            : conditions.OfEach(types, code, isEachNeeded, found => FilterComparison.Read(context, found, test));
    }

    /// <summary>What a reference must point to: one resource that meets both the condition in brackets and the rest.</summary>
    private SearchExpression? Target(IReadOnlyList<string> reached, FilterPath path, FilterPath next, FilterTest test, int depth)
    {
        var rest = Test(reached, next, test, depth + 1, isEachNeeded: false);
        return path.Condition is null ? rest : Join(isAnd: true, [Read(reached, path.Condition, isEachNeeded: false), rest]);
    }

    private static string Code(FilterPath path) => path.Name == "id" ? KnownNames.Id : ConditionReader.Split(path.Name).Code;

    private static SearchExpression? Join(bool isAnd, IReadOnlyList<SearchExpression?> parts)
    {
        if (parts.Contains(null)) return null;
        return isAnd ? new AllOf([.. parts.OfType<SearchExpression>()]) : new AnyOf([.. parts.OfType<SearchExpression>()]);
    }
}
