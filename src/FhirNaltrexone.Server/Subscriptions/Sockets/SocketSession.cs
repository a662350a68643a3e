using System.Net.WebSockets;
using System.Text;
using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Operations;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Sockets;

/// <summary>
/// Serves one websocket. The client binds by a token; for each subscription of the token it gets a handshake, then the events that nobody was told of,
/// then those that come. It reads the rows itself: the change may have been seen by another replica.
/// </summary>
internal sealed class SocketSession(
    ISubscriptionStore store,
    Definitions definitions,
    SubscriptionLookup lookup,
    SubscriptionOwners owners,
    OwnNotices notices,
    BindingTokens tokens,
    SubscriptionSignal signal,
    IOptions<SubscriptionOptions> options,
    TimeProvider clock)
{
    private const int MaxMessage = 128 * 1024;

    /// <summary>Serves a socket until one side closes it.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var bindings = new Dictionary<string, Binding>(StringComparer.Ordinal);
        var reading = ReadAsync(socket, cancellationToken);
        while (socket.State == WebSocketState.Open)
        {
            var next = signal.Next();
            if (!await TellAllAsync(socket, bindings, cancellationToken).ConfigureAwait(false))
                await Task.WhenAny(reading, SubscriptionSignal.WaitAsync(next, options.Value.Poll, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!reading.IsCompleted) continue;
            if (await reading.ConfigureAwait(false) is not { } message) break;
            if (!await BindAsync(message, bindings, cancellationToken).ConfigureAwait(false))
            {
                await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, "The token is not valid.", cancellationToken).ConfigureAwait(false);
                return;
            }

            reading = ReadAsync(socket, cancellationToken);
        }

        if (socket.State == WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string?> ReadAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxMessage];
        for (var length = 0; length < buffer.Length;)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return Encoding.UTF8.GetString(buffer, 0, length);
        }

        return string.Empty;
    }

    // bind-with-token: TOKEN; some write it without the colon.
    private async Task<bool> BindAsync(string message, Dictionary<string, Binding> bindings, CancellationToken cancellationToken)
    {
        const string Verb = "bind-with-token";
        var text = message.Trim();
        if (!text.StartsWith(Verb, StringComparison.Ordinal)) return false;
        if (await tokens.ReadAsync(text[Verb.Length..].TrimStart(':', ' ').Trim(), cancellationToken).ConfigureAwait(false) is not { } token) return false;
        foreach (var id in token.Subscriptions)
        {
            // A token that was passed on is good for nothing: who binds must be whose the subscription is.
            if (await lookup.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null) bindings[id] = new(id);
        }

        return true;
    }

    private async Task<bool> TellAllAsync(WebSocket socket, Dictionary<string, Binding> bindings, CancellationToken cancellationToken)
    {
        using var access = AccessContext.Enter(Caller.Service);
        var isMore = false;
        foreach (var binding in bindings.Values.ToList())
        {
            var state = await store.FindAsync(binding.Id, cancellationToken).ConfigureAwait(false);
            var definition = state is null ? null : await definitions.FindAsync(state.Id, state.Version, cancellationToken).ConfigureAwait(false);
            if (state is null || state.Status is SubscriptionStatus.Off or SubscriptionStatus.Error
                || definition?.Request is not { Channel.Type: ChannelCodes.WebSocket } request || owners.Of(definition) is not { } owner)
            {
                if (binding.Told is not null) bindings.Remove(binding.Id);
                continue;
            }

            if (state.Status == SubscriptionStatus.Active)
                isMore |= await TellAsync(socket, binding, state, definition, request, owner, cancellationToken).ConfigureAwait(false);
        }

        return isMore;
    }

    private async Task<bool> TellAsync(
        WebSocket socket, Binding binding, SubscriptionState state, Definition definition, SubscriptionRequest request, Caller owner, CancellationToken cancellationToken)
    {
        if (binding.Told is not { } told)
        {
            await SendAsync(socket, owner, NoticeBuilder.Plain(NoticeType.Handshake, definition, state.Status, state.LastNumber), [], request, cancellationToken).ConfigureAwait(false);
            (binding.Told, binding.Spoken) = (state.SettledNumber, clock.GetUtcNow());
            return true;
        }

        var isHeartbeatDue = request.Channel.Heartbeat is { } period && binding.Spoken + period <= clock.GetUtcNow();
        if (state.LastNumber <= told && !isHeartbeatDue) return false;
        var count = Math.Min(request.Channel.MaxCount ?? options.Value.MaxEvents, options.Value.MaxEvents);
        var events = await store.EventsAsync(state.Id, told + 1, state.LastNumber, false, count, cancellationToken).ConfigureAwait(false);
        var plain = NoticeBuilder.Plain(events.Count > 0 ? NoticeType.EventNotification : NoticeType.Heartbeat, definition, state.Status, state.LastNumber);
        if ((events.Count > 0 || isHeartbeatDue) && await SendAsync(socket, owner, plain, events, request, cancellationToken).ConfigureAwait(false))
            binding.Spoken = clock.GetUtcNow();
        binding.Told = events.Count > 0 ? events[^1].Number : state.LastNumber;
        if (events.Count > 0) await store.SettleAsync(state.Id, binding.Told.Value, cancellationToken).ConfigureAwait(false);
        return binding.Told < state.LastNumber;
    }

    private async Task<bool> SendAsync(
        WebSocket socket, Caller owner, Notice plain, IReadOnlyList<SubscriptionEvent> events, SubscriptionRequest request, CancellationToken cancellationToken)
    {
        if (await notices.WriteAsync(owner, plain, events, request, cancellationToken).ConfigureAwait(false) is not { } json) return false;
        var body = request.Channel.IsXml ? FhirXml.FromJson(json.Span) : json;
        await socket.SendAsync(body, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
