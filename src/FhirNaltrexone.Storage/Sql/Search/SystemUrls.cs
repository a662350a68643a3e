using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>The code systems a condition names.</summary>
internal static class SystemUrls
{
    public static IReadOnlyCollection<string> In(SearchExpression? condition)
    {
        var urls = new HashSet<string>(StringComparer.Ordinal);
        if (condition is not null) Add(condition, urls);
        return urls;
    }

    private static void Add(SearchExpression condition, HashSet<string> urls)
    {
        switch (condition)
        {
            case AllOf all:
                foreach (var part in all.Parts) Add(part, urls);
                break;
            case AnyOf any:
                foreach (var part in any.Parts) Add(part, urls);
                break;
            case Not not:
                Add(not.Part, urls);
                break;
            case RefersTo chain:
                Add(chain.Target, urls);
                break;
            case ReferredBy reverse:
                Add(reverse.Source, urls);
                break;
            case HasEntry entry:
                Add(entry.Test, urls);
                break;
            case HasItem item:
                foreach (var part in item.Parts) Add(part.Test, urls);
                break;
        }
    }

    private static void Add(ValueTest test, HashSet<string> urls)
    {
        switch (test)
        {
            case TokenTest tokens:
                urls.UnionWith(tokens.Values.Select(value => value.System).OfType<string>());
                break;
            case QuantityTest quantities:
                urls.UnionWith(quantities.Spans.Select(span => span.System).OfType<string>());
                break;
        }
    }
}
