using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Values;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>
/// Makes a condition of an operator of <c>_filter</c> (FHIR R4, search_filter, operators). All but <c>ni</c> and <c>pr false</c> ask for one
/// entry that passes.
/// </summary>
internal static class FilterComparison
{
    public static SearchExpression? Read(ReadingContext context, FoundParameter found, FilterTest test)
    {
        if (test.Operator == "pr") return Presence(context, found, test.Value);
        if (found.Type == SearchParameterType.String) return OfString(context, found, test);
        if (!SearchText.IsWellFormed(test.Value)) return context.Refuse("a backslash only stands before a comma, '$', '|' or a backslash.");
        return found.Type switch
        {
            SearchParameterType.Number or SearchParameterType.Quantity => Ordered(context, found, test),
            SearchParameterType.Date => OfDate(context, found, test),
            SearchParameterType.Token => OfToken(context, found, test.Operator, FilterSystems.Replace(test.Value)),
            SearchParameterType.Reference => OfReference(context, found, test),
            SearchParameterType.Uri => OfUri(context, found, test),
            _ => test.Operator == "eq" ? ParameterReading.Read(context, found, null, [test.Value]) : Unsupported(context, test.Operator),
        };
    }

    /// <summary>Refuses an operator.</summary>
    public static SearchExpression? Unsupported(ReadingContext context, string operation)
        => context.Refuse(
            operation == "ne"
                ? "the operator 'ne' is not supported here; 'not (name eq value)' asks for no equal value."
                : $"the operator '{operation}' is not supported here.",
            IssueCodes.NotSupported);

    private static SearchExpression? Presence(ReadingContext context, FoundParameter found, string value) => value switch
    {
        "true" => ParameterReading.Present(found),
        "false" => new Not(ParameterReading.Present(found)),
        _ => context.Refuse("'pr' takes either 'true' or 'false'."),
    };

    private static SearchExpression? OfString(ReadingContext context, FoundParameter found, FilterTest test)
    {
        StringMatch? match = test.Operator switch
        {
            "eq" => StringMatch.Whole,
            "co" => StringMatch.Contains,
            "sw" => StringMatch.StartsWith,
            "ew" => StringMatch.EndsWith,
            _ => null,
        };
        if (match is null) return Unsupported(context, test.Operator);
        return SearchText.IsStorable(test.Value)
            ? new HasEntry(found.Keys(), StringReading.Read(match.Value, [SearchText.AsValue(test.Value)]))
            : context.Refuse("it has U+0000 or half a surrogate pair.");
    }

    private static SearchExpression? Ordered(ReadingContext context, FoundParameter found, FilterTest test)
        => Prefix.TryRead(test.Operator, out _)
            ? ParameterReading.Any(found.Keys(), ValueReading.Read(context, found.Type, [], [test.Operator + test.Value]))
            : Unsupported(context, test.Operator);

    private static SearchExpression? OfDate(ReadingContext context, FoundParameter found, FilterTest test)
    {
        if (test.Operator != "po") return Ordered(context, found, test);

        // Overlap with the date itself, not with one widened like that of 'ap'.
        return DateReading.Read(context, ValueComparison.Equal, test.Value) is { } date
            ? new HasEntry(found.Keys(), date with { Comparison = ValueComparison.Approximate })
            : null;
    }

    private static SearchExpression? OfToken(ReadingContext context, FoundParameter found, string operation, string value)
    {
        switch (operation)
        {
            case "ni":
                return TokenModifiers.Expanded(context, [value]) is { } excluded ? new Not(new HasEntry(found.Keys(), excluded)) : null;
            case "eq" or "in" or "ss" or "sb":
                var test = operation switch
                {
                    "eq" => TokenReading.Read(context, [value]),
                    "in" => TokenModifiers.Expanded(context, [value]),
                    "ss" => TokenModifiers.Hierarchy(context, [value], context.CodeSets.Descendants),
                    _ => TokenModifiers.Hierarchy(context, [value], context.CodeSets.Ancestors),
                };
                return test is null ? null : new HasEntry(found.Keys(), test);
            default:
                return Unsupported(context, operation);
        }
    }

    private static SearchExpression? OfReference(ReadingContext context, FoundParameter found, FilterTest test)
    {
        if (test.Operator == "re") return ParameterReading.Read(context, found, null, [test.Value]);
        return test.Operator == "eq" ? context.Refuse("references are compared with 're'.", IssueCodes.NotSupported) : Unsupported(context, test.Operator);
    }

    private static SearchExpression? OfUri(ReadingContext context, FoundParameter found, FilterTest test)
    {
        UriMatch? match = test.Operator switch
        {
            "eq" => UriMatch.Exact,
            "sw" => UriMatch.Below,
            "co" => UriMatch.Contains,
            _ => null,
        };
        return match is null
            ? Unsupported(context, test.Operator)
            : new HasEntry(found.Keys(), UriReading.Of(match.Value, [SearchText.Unescape(test.Value)]));
    }
}
