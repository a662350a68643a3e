using System.Text.Json;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>Reads Subscriptions (FHIR R4 with Subscriptions R5 Backport) and tells what this server cannot serve.</summary>
internal sealed class SubscriptionReader(
    TopicCatalogue topics, SearchRequestReader searches, IOptions<SubscriptionOptions> options, TimeProvider clock)
{
    private readonly ChannelReader _channels = new(options.Value);
    private readonly FilterReader _filters = new(searches.TryReadCriteria, options.Value.MaxFilters);

    /// <summary>Reads a Subscription.</summary>
    /// <param name="subscription">The resource.</param>
    /// <param name="issues">Receives what is wrong.</param>
    /// <returns>What it asks for; null when something is wrong.</returns>
    public SubscriptionRequest? Read(JsonElement subscription, List<Issue> issues)
    {
        var canonical = Elements.Text(subscription, "criteria");
        var topic = Topic(canonical, issues);
        var filters = topic is null ? [] : _filters.Read(subscription, topic, clock.GetUtcNow(), issues);
        var channel = _channels.Read(subscription, issues);
        var end = End(subscription, issues);
        return issues.Count > 0 || topic is null || channel is null ? null : new(topic, canonical!, filters, channel, end);
    }

    private Topic? Topic(string? canonical, List<Issue> issues)
    {
        if (canonical is not null && topics.TryFind(canonical, out var topic)) return topic;
        issues.Add(canonical is null
            ? new(IssueCodes.Required, "The criteria must be the canonical URL of a topic.", "Subscription.criteria")
            : new(IssueCodes.NotSupported, "The criteria are not the canonical URL of a topic of this server; its CapabilityStatement lists them.", "Subscription.criteria"));
        return null;
    }

    private static DateTimeOffset? End(JsonElement subscription, List<Issue> issues)
    {
        if (Elements.Text(subscription, "end") is not { } text) return null;
        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var end)) return end;
        issues.Add(new(IssueCodes.Value, "The end must be an instant.", "Subscription.end"));
        return null;
    }
}
