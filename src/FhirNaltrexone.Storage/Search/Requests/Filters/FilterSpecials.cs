using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Requests.Values;

namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>Filters on parameters with rules of their own.</summary>
internal static class FilterSpecials
{
    public static SearchExpression? Read(ReadingContext context, IReadOnlyList<string> types, string code, FilterTest test)
    {
        if (!SearchText.IsWellFormed(test.Value)) return context.Refuse("a backslash only stands before a comma, '$', '|' or a backslash.");
        var value = (code, test.Operator) switch
        {
            (KnownNames.LastUpdated, _) when Prefix.TryRead(test.Operator, out _) => test.Operator + test.Value,
            (KnownNames.Id, "eq") or (KnownNames.List, "eq" or "in") or (KnownNames.Text or KnownNames.Content, "eq" or "co") => test.Value,
            _ => null,
        };
        return value is null ? FilterComparison.Unsupported(context, test.Operator) : SpecialReading.Read(context, types, code, null, [value]);
    }
}
