using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.Values;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Parameters of all resources with rules of their own: <c>_id</c>, <c>_lastUpdated</c>, <c>_text</c>, <c>_content</c>, <c>_list</c>.</summary>
internal static class SpecialReading
{
    private const string ListType = "List";

    /// <summary>Whether a name is one of them.</summary>
    public static bool Is(string code)
        => code is KnownNames.Id or KnownNames.LastUpdated or KnownNames.Text or KnownNames.Content or KnownNames.List;

    public static SearchExpression? Read(
        ReadingContext context, IReadOnlyList<string> types, string code, string? modifier, IReadOnlyList<string> raw) => (code, modifier) switch
        {
            (KnownNames.Id, null) => new IdIs([.. raw.Select(SearchText.Unescape).Distinct()]),
            (KnownNames.Id, "not") => new Not(new IdIs([.. raw.Select(SearchText.Unescape).Distinct()])),
            (KnownNames.Id or KnownNames.LastUpdated, "missing") => NeverMissing(context, raw),
            (KnownNames.LastUpdated, null) => Updated(context, raw),
            (KnownNames.Text or KnownNames.Content, null) => new HasEntry([.. types.Select(type => ParameterKey.Of(type, code))], StringReading.ReadWords(raw)),
            (KnownNames.List, null) => Listed(context, raw),
            _ => context.Refuse($"the modifier ':{modifier}' is not supported here.", Validation.Outcomes.IssueCodes.NotSupported),
        };

    private static SearchExpression? NeverMissing(ReadingContext context, IReadOnlyList<string> raw) => raw switch
    {
        ["true"] => new AnyOf([]),
        ["false"] => new AllOf([]),
        _ => context.Refuse("':missing' takes either 'true' or 'false'."),
    };

    private static SearchExpression? Updated(ReadingContext context, IReadOnlyList<string> raw)
    {
        var spans = raw.Select(text => DateReading.Read(context, text)).ToList();
        if (spans.Contains(null)) return null;
        var parts = spans.Select(span => new UpdatedWithin(span!.Comparison, span.From, span.To)).ToList();
        return parts is [var only] ? only : new AnyOf(parts);
    }

    private static SearchExpression? Listed(ReadingContext context, IReadOnlyList<string> raw)
    {
        var ids = raw.Select(SearchText.Unescape).ToList();
        return ids.TrueForAll(id => ResourceKey.IsId(id))
            ? new ReferredBy([ParameterKey.Of(ListType, "item")], new IdIs(ids))
            : context.Refuse("'_list' takes ids of List resources; functional lists such as '$current-problems' are not supported.");
    }
}
