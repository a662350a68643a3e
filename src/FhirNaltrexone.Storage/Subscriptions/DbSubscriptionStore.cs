using System.Data.Common;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>Subscriptions by statements that both engines understand.</summary>
internal sealed class DbSubscriptionStore(IDbConnections connections) : ISubscriptionStore
{
    public Task<LogPlace?> ClaimLogAsync(SubscriptionLease lease, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => Leased(Command(connection, "subscription-log-claim"), lease).OneAsync(SubscriptionRows.Place, cancel), cancellationToken);

    public Task<bool> AdvanceAsync(
        SubscriptionLease lease, ChangePosition position, IReadOnlyList<SubscriptionStep> steps, CancellationToken cancellationToken)
        => connections.WriteAsync(
            async (connection, cancel) =>
            {
                var advanced = await Command(connection, "subscription-log-advance")
                    .Number("epoch", position.Epoch).Number("sequence", position.Sequence).Text("owner", lease.Owner).Instant("until", lease.Until)
                    .RunAsync(cancel).ConfigureAwait(false);
                if (advanced == 0) return false;
                foreach (var step in steps) await CarryOutAsync(connection, step, cancel).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public Task ReleaseLogAsync(string owner, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => Command(connection, "subscription-log-release").Text("owner", owner).RunAsync(cancel), cancellationToken);

    public Task<IReadOnlyList<SubscriptionState>> ListAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => Command(connection, "subscription-list").AllAsync(SubscriptionRows.State, cancel), cancellationToken);

    public Task<SubscriptionState?> FindAsync(string id, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => Command(connection, "subscription-find").Text("id", id).OneAsync(SubscriptionRows.State, cancel), cancellationToken);

    public Task<SubscriptionState?> ClaimAsync(SubscriptionLease lease, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => Leased(Command(connection, "subscription-claim"), lease).OneAsync(SubscriptionRows.State, cancel), cancellationToken);

    public Task<bool> ReleaseAsync(string id, SubscriptionLease lease, SubscriptionRelease result, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) => await Command(connection, "subscription-release")
            .Text("id", id).Text("owner", lease.Owner).Instant("now", lease.Now)
            .Number("settled", result.Settled).Small("failures", result.Failures).Instant("due", result.Due).Instant("sent", result.Sent)
            .RunAsync(cancel).ConfigureAwait(false) > 0,
        cancellationToken);

    public Task SettleAsync(string id, long number, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => Command(connection, "subscription-settle").Text("id", id).Number("settled", number).RunAsync(cancel), cancellationToken);

    public Task<IReadOnlyList<SubscriptionEvent>> EventsAsync(
        string id, long from, long to, bool isDead, int limit, CancellationToken cancellationToken)
        => connections.ReadAsync(
            (connection, cancel) => Command(connection, "subscription-events")
                .Text("id", id).Number("from", from).Number("to", to).Small("dead", isDead ? 1 : 0).Small("limit", limit)
                .AllAsync(SubscriptionRows.Event, cancel),
            cancellationToken);

    public Task<int> KillAsync(string id, DateTimeOffset before, CancellationToken cancellationToken)
        => connections.WriteAsync((connection, cancel) => KillAsync(connection, id, before, cancel), cancellationToken);

    public Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => Command(connection, "subscription-events-remove").Instant("before", before).RunAsync(cancel), cancellationToken);

    private async Task CarryOutAsync(DbConnection connection, SubscriptionStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case SubscriptionStep.Put put:
                await PutAsync(connection, put, cancellationToken).ConfigureAwait(false);
                break;
            case SubscriptionStep.Remove remove:
                await Command(connection, "subscription-remove").Text("id", remove.Id).RunAsync(cancellationToken).ConfigureAwait(false);
                break;
            case SubscriptionStep.Count count:
                await CountAsync(connection, count, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task PutAsync(DbConnection connection, SubscriptionStep.Put put, CancellationToken cancellationToken)
    {
        var isAlive = put.Status is SubscriptionStatus.Requested or SubscriptionStatus.Active;
        await Command(connection, "subscription-put").Text("id", put.Id).Small("version", put.Version)
            .Text("status", SubscriptionRows.Name(put.Status)).Text("channel", put.Channel)
            .Small("counting", put.Status == SubscriptionStatus.Active ? 1 : 0).Instant("due", isAlive ? put.Now : null)
            .RunAsync(cancellationToken).ConfigureAwait(false);
        if (put.Status == SubscriptionStatus.Off)
            await KillAsync(connection, put.Id, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false);
    }

    private async Task CountAsync(DbConnection connection, SubscriptionStep.Count count, CancellationToken cancellationToken)
    {
        var counting = Command(connection, "subscription-count").Text("id", count.Id).Instant("now", count.Now);
        if (await counting.NumberAsync(cancellationToken).ConfigureAwait(false) is not { } number) return;
        var what = count.Event;
        await Command(connection, "subscription-event-insert").Text("id", count.Id).Number("number", number)
            .Text("type", what.Focus.Type).Text("resource", what.Focus.Id).Small("version", what.Version).Small("change", (int)what.Change)
            .Instant("created", what.Created)
            .RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> KillAsync(DbConnection connection, string id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var killed = await Command(connection, "subscription-kill").Text("id", id).Instant("before", before)
            .RunAsync(cancellationToken).ConfigureAwait(false);
        await Command(connection, "subscription-kill-settle").Text("id", id).Instant("before", before)
            .RunAsync(cancellationToken).ConfigureAwait(false);
        return killed;
    }

    private DbCommand Command(DbConnection connection, string name) => connections.Command(connection, name);

    private static DbCommand Leased(DbCommand command, SubscriptionLease lease)
        => command.Text("owner", lease.Owner).Instant("now", lease.Now).Instant("until", lease.Until);
}
