using System.Text.Json;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Matching;

namespace FhirNaltrexone.Server.Subscriptions.Topics;

/// <summary>Reads topics written as SubscriptionTopic of FHIR R5. A topic that cannot be served is an error of this program's content.</summary>
/// <param name="criteria">Reads queries.</param>
/// <param name="now">The instant.</param>
internal sealed class TopicReader(CriteriaReader criteria, DateTimeOffset now)
{
    /// <summary>Reads a topic.</summary>
    /// <exception cref="FormatException">It asks for what this server cannot do.</exception>
    public Topic Read(JsonElement topic) => new()
    {
        Url = Required(topic, "url"),
        Version = Elements.Text(topic, "version"),
        Title = Required(topic, "title"),
        Triggers = [.. Elements.Items(topic, "resourceTrigger").Select(Trigger)],
        Filters = Elements.Items(topic, "canFilterBy").ToLookup(item => Required(item, "resource"), item => Required(item, "filterParameter")),
        Includes = Elements.Items(topic, "notificationShape")
            .SelectMany(shape => Elements.Items(shape, "include").Select(include => (Type: Required(shape, "resource"), Code: Include(shape, include))))
            .ToLookup(pair => pair.Type, pair => pair.Code),
    };

    private TopicTrigger Trigger(JsonElement trigger)
    {
        var type = Required(trigger, "resource");
        var interactions = Elements.Items(trigger, "supportedInteraction").Select(item => Enum.Parse<TopicInteraction>(item.GetString()!, ignoreCase: true)).ToList();
        return new(
            type,
            interactions.Count > 0 ? interactions : Enum.GetValues<TopicInteraction>(),
            trigger.TryGetProperty("queryCriteria", out var query) ? Criteria(type, query) : TopicCriteria.None);
    }

    private TopicCriteria Criteria(string type, JsonElement query) => new(
        Query(type, Elements.Text(query, "previous")),
        Elements.Text(query, "resultForCreate") != "test-fails",
        Query(type, Elements.Text(query, "current")),
        Elements.Text(query, "resultForDelete") != "test-fails",
        query.TryGetProperty("requireBoth", out var both) && both.GetBoolean());

    private SearchExpression? Query(string type, string? text)
    {
        if (text is null) return null;
        if (!criteria(type, text, now, out var query, out _, out var refusal)) throw new FormatException($"A topic has criteria that cannot be read: {refusal.Issues[0].Text}");
        var filter = query.Filter ?? new AllOf([]);
        return ResourceMatch.IsPossible(filter) ? filter : throw new FormatException("The criteria of a topic must be about the resource alone.");
    }

    private static string Include(JsonElement shape, JsonElement include)
    {
        var (type, text) = (Required(shape, "resource"), include.GetString()!);
        return text.StartsWith(type + ':', StringComparison.Ordinal) ? text[(type.Length + 1)..] : throw new FormatException("A topic includes from another type.");
    }

    private static string Required(JsonElement element, string name) => Elements.Text(element, name) ?? throw new FormatException($"A topic lacks {name}.");
}
