using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Subscriptions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>Does what is due for one subscription: handshake, events in their order, heartbeat, end.</summary>
internal sealed class NoticeDelivery(
    ISubscriptionStore store,
    Definitions definitions,
    SubscriptionOwners owners,
    OwnNotices notices,
    HookClient hooks,
    StatusSetter statuses,
    IOptions<SubscriptionOptions> options,
    TimeProvider clock,
    ILogger<NoticeDelivery> logger)
{
    private const string NoOwner = "Nobody who is registered for what the subscription asks for has stored it, or they are registered for it no more.";

    // What follows a change of status comes by the log; this is for the case that the change was not stored.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongTime = TimeSpan.FromDays(365);

    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(options.Value.FirstRetrySeconds), TimeSpan.FromMinutes(options.Value.MaxRetryMinutes));

    /// <summary>Works on a subscription.</summary>
    /// <param name="state">The subscription, leased.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SubscriptionRelease> RunAsync(SubscriptionState state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await definitions.FindAsync(state.Id, state.Version, cancellationToken).ConfigureAwait(false) is not { } definition) return Nothing(state);
        if (definition.Request is not { } request)
            return await SetAsync(state, definition, SubscriptionStatus.Error, "This server cannot serve the subscription any more.", cancellationToken).ConfigureAwait(false);
        if (request.End <= now) return await SetAsync(state, definition, SubscriptionStatus.Off, null, cancellationToken).ConfigureAwait(false);
        if (state.Status is not (SubscriptionStatus.Requested or SubscriptionStatus.Active)) return Nothing(state);
        if (owners.Of(definition) is not { } owner) return await SetAsync(state, definition, SubscriptionStatus.Error, NoOwner, cancellationToken).ConfigureAwait(false);
        return (state.Status, request.Channel.Type) switch
        {
            (SubscriptionStatus.Requested, _) => await ShakeAsync(state, definition, request, owner, cancellationToken).ConfigureAwait(false),
            (_, ChannelCodes.WebSocket) => await AgeAsync(state, request, now, cancellationToken).ConfigureAwait(false),
            _ => await NotifyAsync(state, definition, request, owner, now, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Says of all that is served for nobody that it is not. Who is registered is known at the start, and nothing may ever be due of them.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DisownAsync(CancellationToken cancellationToken)
    {
        foreach (var state in (await store.ListAsync(cancellationToken).ConfigureAwait(false)).Where(state => state.Status == SubscriptionStatus.Active))
        {
            if (await definitions.FindAsync(state.Id, state.Version, cancellationToken).ConfigureAwait(false) is { } definition && owners.Of(definition) is null)
                await statuses.SetAsync(definition, SubscriptionStatus.Error, NoOwner, cancellationToken).ConfigureAwait(false);
        }
    }

    private static SubscriptionRelease Nothing(SubscriptionState state) => new(state.SettledNumber, state.Failures, null, null);

    private async Task<SubscriptionRelease> ShakeAsync(
        SubscriptionState state, Definition definition, SubscriptionRequest request, Caller owner, CancellationToken cancellationToken)
    {
        // A websocket is tried when it binds.
        var plain = NoticeBuilder.Plain(NoticeType.Handshake, definition, state.Status, state.LastNumber);
        var reason = request.Channel.Type == ChannelCodes.RestHook && await notices.WriteAsync(owner, plain, [], request, cancellationToken).ConfigureAwait(false) is { } body
            ? await hooks.PostAsync(request.Channel, body, cancellationToken).ConfigureAwait(false)
            : null;
        if (reason is null) return await SetAsync(state, definition, SubscriptionStatus.Active, null, cancellationToken).ConfigureAwait(false);
        logger.NotificationFailed(state.Id, 1, reason);
        return await SetAsync(state, definition, SubscriptionStatus.Error, $"The handshake failed: {reason}.", cancellationToken).ConfigureAwait(false);
    }

    private async Task<SubscriptionRelease> NotifyAsync(
        SubscriptionState state, Definition definition, SubscriptionRequest request, Caller owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var count = Math.Min(request.Channel.MaxCount ?? options.Value.MaxEvents, options.Value.MaxEvents);
        var events = await store.EventsAsync(state.Id, state.SettledNumber + 1, state.LastNumber, false, count, cancellationToken).ConfigureAwait(false);
        if (IsHopeless(state, events, now)) return await GiveUpAsync(state, definition, now, cancellationToken).ConfigureAwait(false);
        if (events.Count == 0 && (state.Sent is null || request.Channel.Heartbeat is null || state.Sent + request.Channel.Heartbeat > now))
            return new(state.LastNumber, 0, Next(request, state.Sent ?? now), state.Sent ?? now);

        var plain = NoticeBuilder.Plain(
            events.Count == 0 ? NoticeType.Heartbeat : NoticeType.EventNotification, definition, state.Status, state.LastNumber);
        if (await notices.WriteAsync(owner, plain, events, request, cancellationToken).ConfigureAwait(false) is not { } body)
            return new(events[^1].Number, 0, Next(request, state.Sent ?? now), state.Sent);
        var reason = await hooks.PostAsync(request.Channel, body, cancellationToken).ConfigureAwait(false);
        if (reason is null) return new(events.Count > 0 ? events[^1].Number : state.LastNumber, 0, Next(request, now), now);
        logger.NotificationFailed(state.Id, state.Failures + 1, reason);
        return new(state.SettledNumber, state.Failures + 1, now + _backoff.After(state.Failures + 1), state.Sent);
    }

    private bool IsHopeless(SubscriptionState state, IReadOnlyList<SubscriptionEvent> events, DateTimeOffset now)
    {
        var patience = TimeSpan.FromHours(options.Value.DeadLetterHours);
        return state.Failures > 0 && (events.Count > 0 ? events[0].Created < now - patience : _backoff.Total(state.Failures) > patience);
    }

    private async Task<SubscriptionRelease> GiveUpAsync(
        SubscriptionState state, Definition definition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var dead = await store.KillAsync(state.Id, now - TimeSpan.FromHours(options.Value.DeadLetterHours), cancellationToken).ConfigureAwait(false);
        if (dead > 0) logger.EventsDead(state.Id, dead);
        return await SetAsync(state, definition, SubscriptionStatus.Error, "The endpoint took no notifications for too long.", cancellationToken).ConfigureAwait(false);
    }

    private async Task<SubscriptionRelease> AgeAsync(SubscriptionState state, SubscriptionRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromHours(options.Value.DeadLetterHours);
        var dead = await store.KillAsync(state.Id, now - patience, cancellationToken).ConfigureAwait(false);
        if (dead > 0) logger.EventsDead(state.Id, dead);
        return new(state.SettledNumber, 0, Earlier(request.End, now + patience), null);
    }

    private async Task<SubscriptionRelease> SetAsync(
        SubscriptionState state, Definition definition, SubscriptionStatus status, string? error, CancellationToken cancellationToken)
    {
        await statuses.SetAsync(definition, status, error, cancellationToken).ConfigureAwait(false);
        return new(state.SettledNumber, state.Failures, clock.GetUtcNow() + LookAgain, state.Sent);
    }

    private static DateTimeOffset? Next(SubscriptionRequest request, DateTimeOffset sent)
        => Earlier(request.End, sent + (request.Channel.Heartbeat ?? LongTime));

    private static DateTimeOffset Earlier(DateTimeOffset? end, DateTimeOffset other) => end is { } known && known < other ? known : other;
}
