using System.Text.Json;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Server.Subscriptions.Notices;

/// <summary>Makes notices, with the resources they carry.</summary>
internal sealed class NoticeBuilder(IResourceStore store, IndexExtractor extractor, Sights sights)
{
    /// <summary>A notice without events.</summary>
    /// <param name="type">Why it is sent.</param>
    /// <param name="definition">The subscription.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="lastNumber">Number of the last event.</param>
    public static Notice Plain(NoticeType type, Definition definition, SubscriptionStatus status, long lastNumber) => new()
    {
        Type = type,
        Subscription = definition.Resource.Key.Id,
        Topic = Elements.Text(definition.Root, "criteria") ?? string.Empty,
        Status = status,
        EventsSinceStart = lastNumber,
        Error = status == SubscriptionStatus.Error ? Elements.Text(definition.Root, "error") : null,
    };

    /// <summary>A notice with those events that the caller under way may know: a consent may have been revoked since they were counted.</summary>
    /// <param name="plain">The same without.</param>
    /// <param name="events">The events.</param>
    /// <param name="request">What the subscription asks for; its topic says what goes along. Null for nothing.</param>
    /// <param name="content">How much is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Notice> WithAsync(
        Notice plain, IReadOnlyList<SubscriptionEvent> events, SubscriptionRequest? request, PayloadContent content, CancellationToken cancellationToken)
    {
        var told = new List<NoticeEvent>(events.Count);
        foreach (var one in events)
        {
            if (!await sights.IsToldAsync(request, one, cancellationToken).ConfigureAwait(false)) continue;
            told.Add(content == PayloadContent.FullResource && one.Change != ResourceChange.Delete
                ? await FullAsync(one, request?.Topic, cancellationToken).ConfigureAwait(false)
                : new(one, null, []));
        }

        return plain with { Content = content, Events = told };
    }

    private async Task<NoticeEvent> FullAsync(SubscriptionEvent one, Topic? topic, CancellationToken cancellationToken)
    {
        var version = await store.ReadVersionAsync(one.Focus, one.Version, cancellationToken).ConfigureAwait(false);
        if (version is null || topic is null || !topic.Includes[one.Focus.Type].Any()) return new(one, version, []);
        var targets = Targets(version, topic);
        var found = targets.Count > 0 ? await store.ReadManyAsync(targets, cancellationToken).ConfigureAwait(false) : [];
        return new(one, version, [.. found.Where(context => !context.IsDeleted).OrderBy(context => context.Key.ToString(), StringComparer.Ordinal)]);
    }

    private HashSet<ResourceKey> Targets(ResourceVersion version, Topic topic)
    {
        using var document = JsonDocument.Parse(version.Json);
        var parameters = topic.Includes[version.Key.Type].Select(code => ParameterKey.Of(version.Key.Type, code)).ToHashSet();
        return
        [
            .. extractor.Extract(version.Key.Type, document.RootElement).References
                .Where(reference => reference.TargetType is not null && parameters.Contains(reference.Parameter))
                .Select(reference => new ResourceKey(reference.TargetType!, reference.TargetId)),
        ];
    }
}
