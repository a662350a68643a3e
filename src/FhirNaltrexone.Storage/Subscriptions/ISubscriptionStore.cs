using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>
/// Keeps what subscriptions need beyond the resource: how far the log has been read, the events with their numbers, and who works on what.
/// Replicas share nothing else: what belongs to somebody is leased by rows. Every method throws <see cref="StorageException"/> when the database
/// fails. Instants have whole milliseconds.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>Takes the log, so that one replica reads it at a time.</summary>
    /// <param name="lease">Who takes it; whoever has it already keeps it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How far it has been read; null when somebody else has it.</returns>
    Task<LogPlace?> ClaimLogAsync(SubscriptionLease lease, CancellationToken cancellationToken);

    /// <summary>Stores what a piece of the log comes to, and how far it goes, in one commit.</summary>
    /// <param name="lease">Who reads the log.</param>
    /// <param name="position">The last change read.</param>
    /// <param name="steps">What the changes come to, in their order.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>Whether the log still belonged to the reader; if not, nothing is stored.</returns>
    Task<bool> AdvanceAsync(SubscriptionLease lease, ChangePosition position, IReadOnlyList<SubscriptionStep> steps, CancellationToken cancellationToken);

    /// <summary>Gives the log back.</summary>
    /// <param name="owner">Who had it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task ReleaseLogAsync(string owner, CancellationToken cancellationToken);

    /// <summary>All subscriptions by id.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<SubscriptionState>> ListAsync(CancellationToken cancellationToken);

    /// <summary>A subscription, or null.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<SubscriptionState?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Takes the subscription that has been due longest.</summary>
    /// <param name="lease">Who takes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The subscription; null when none is due.</returns>
    Task<SubscriptionState?> ClaimAsync(SubscriptionLease lease, CancellationToken cancellationToken);

    /// <summary>Stores what came of the work and gives the subscription back.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="lease">Who worked on it.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it still belonged to the worker; if not, nothing is stored.</returns>
    Task<bool> ReleaseAsync(string id, SubscriptionLease lease, SubscriptionRelease result, CancellationToken cancellationToken);

    /// <summary>Says that events up to a number were handed over by a channel that needs no lease.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="number">Number of the last one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SettleAsync(string id, long number, CancellationToken cancellationToken);

    /// <summary>Events of a subscription by number.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="from">First number.</param>
    /// <param name="to">Last number.</param>
    /// <param name="isDead">Whether only those that the server has given up are meant.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<SubscriptionEvent>> EventsAsync(string id, long from, long to, bool isDead, int limit, CancellationToken cancellationToken);

    /// <summary>Gives up what has waited too long: the events up to the last one that took place before an instant, as far as they are not delivered.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="before">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many events died.</returns>
    Task<int> KillAsync(string id, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Removes old events, whatever became of them.</summary>
    /// <param name="before">Those that took place before this instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many went.</returns>
    Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
