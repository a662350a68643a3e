using System.Text.Json;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Matching;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>Reads the filters of a Subscription: <c>Type?parameter=value</c> in extensions of its criteria; all must hold.</summary>
/// <param name="criteria">Reads queries.</param>
/// <param name="maxFilters">Most filters.</param>
internal sealed class FilterReader(CriteriaReader criteria, int maxFilters)
{
    private const string Path = "Subscription.criteria.extension";

    /// <summary>Reads filters and adds what is wrong with them.</summary>
    public IReadOnlyList<RequestedFilter> Read(JsonElement subscription, Topic topic, DateTimeOffset now, List<Issue> issues)
    {
        var texts = Elements.Extensions(subscription, Backport.FilterCriteria, "criteria").Select(extension => Elements.Text(extension, "valueString")).ToList();
        if (texts.Count > maxFilters)
        {
            issues.Add(new(IssueCodes.TooLong, $"A subscription has at most {maxFilters} filters.", Path));
            return [];
        }

        return [.. texts.Select((text, index) => Read(text, topic, now, $"{Path}[{index}]", issues)).OfType<RequestedFilter>()];
    }

    private RequestedFilter? Read(string? text, Topic topic, DateTimeOffset now, string path, List<Issue> issues)
    {
        if (text?.Split('?', 2) is not [var type, { Length: > 0 } query])
        {
            issues.Add(new(IssueCodes.Value, "A filter is written as Type?parameter=value.", path));
            return null;
        }

        if (topic.Triggers.All(trigger => trigger.Type != type))
        {
            issues.Add(new(IssueCodes.NotSupported, "The filter is for a type that this topic is not about.", path));
            return null;
        }

        var before = issues.Count;
        issues.AddRange(Names(query).Where(name => !topic.Filters[type].Contains(name))
            .Select(name => new Issue(IssueCodes.NotSupported, $"This topic cannot be filtered by {name}; it can be by {string.Join(", ", topic.Filters[type])}.", path)));
        if (issues.Count > before) return null;
        if (criteria(type, query, now, out var search, out _, out var refusal) && search.Filter is { } filter)
        {
            if (ResourceMatch.IsPossible(filter)) return new(type, filter);
            issues.Add(new(IssueCodes.NotSupported, "A filter must be about the resource alone: it cannot be chained.", path));
            return null;
        }

        issues.AddRange(refusal?.Issues.Select(issue => issue with { Expression = path }) ?? []);
        return null;
    }

    // A modifier is part of the way a parameter is used, not of its name; a chain is another name.
    private static IEnumerable<string> Names(string query)
        => query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]).Split(':')[0]).Distinct().Select(Shown);

    private static string Shown(string name) => name.Length <= 64 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.') ? name : "this parameter";
}
