using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Subscriptions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Owners;

/// <summary>Writes what is sent to the owner of a subscription: no more than the owner may know now, and recorded before it can be sent.</summary>
internal sealed class OwnNotices(NoticeBuilder notices, SendingRecord record, IOptions<SearchOptions> search, TimeProvider clock)
{
    // Notifications go out without a request from which the address could be known.
    private string Address => search.Value.Bases[0].TrimEnd('/');

    /// <summary>A notice as a bundle.</summary>
    /// <param name="owner">Whom it is for.</param>
    /// <param name="plain">The notice without events.</param>
    /// <param name="events">The events; none for a notice that has none.</param>
    /// <param name="request">What the subscription asks for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there are events and the owner may know none of them.</returns>
    public async Task<ReadOnlyMemory<byte>?> WriteAsync(
        Caller owner, Notice plain, IReadOnlyList<SubscriptionEvent> events, SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var context = new AccessContext(owner);
        using var access = AccessContext.Enter(context);
        var notice = events.Count > 0 ? await notices.WithAsync(plain, events, request, request.Channel.Content, cancellationToken).ConfigureAwait(false) : plain;
        if (notice.Events.Count < Math.Min(events.Count, 1)) return default(ReadOnlyMemory<byte>?);
        if (notice.Events.Count > 0) await record.BeforeAsync(context, $"Subscription/{plain.Subscription}", cancellationToken).ConfigureAwait(false);
        return NoticeWriter.Write(notice, Address, clock.GetUtcNow());
    }
}
