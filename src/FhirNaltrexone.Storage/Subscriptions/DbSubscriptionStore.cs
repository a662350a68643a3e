using System.Data.Common;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>Subscriptions by statements that both engines understand.</summary>
internal sealed class DbSubscriptionStore(IDbConnections connections) : ISubscriptionStore
{
    public Task<LogPlace?> ClaimLogAsync(SubscriptionLease lease, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => OneAsync(Leased(Command(connection, "subscription-log-claim"), lease), SubscriptionRows.Place, cancel), cancellationToken);

    public Task<bool> AdvanceAsync(
        SubscriptionLease lease, ChangePosition position, IReadOnlyList<SubscriptionStep> steps, CancellationToken cancellationToken)
        => connections.WriteAsync(
            async (connection, cancel) =>
            {
                var advance = Command(connection, "subscription-log-advance")
                    .Number("epoch", position.Epoch).Number("sequence", position.Sequence).Text("owner", lease.Owner).Instant("until", lease.Until);
                if (await RunAsync(advance, cancel).ConfigureAwait(false) == 0) return false;
                foreach (var step in steps) await CarryOutAsync(connection, step, cancel).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public Task ReleaseLogAsync(string owner, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => RunAsync(Command(connection, "subscription-log-release").Text("owner", owner), cancel), cancellationToken);

    public Task<IReadOnlyList<SubscriptionState>> ListAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => AllAsync(Command(connection, "subscription-list"), SubscriptionRows.State, cancel), cancellationToken);

    public Task<SubscriptionState?> FindAsync(string id, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => OneAsync(Command(connection, "subscription-find").Text("id", id), SubscriptionRows.State, cancel), cancellationToken);

    public Task<SubscriptionState?> ClaimAsync(SubscriptionLease lease, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => OneAsync(Leased(Command(connection, "subscription-claim"), lease), SubscriptionRows.State, cancel), cancellationToken);

    public Task<bool> ReleaseAsync(string id, SubscriptionLease lease, SubscriptionRelease result, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) =>
        {
            var command = Command(connection, "subscription-release").Text("id", id).Text("owner", lease.Owner).Instant("now", lease.Now)
                .Number("settled", result.Settled).Small("failures", result.Failures).Instant("due", result.Due)
                .Instant("sent", result.Sent);
            return await RunAsync(command, cancel).ConfigureAwait(false) > 0;
        },
        cancellationToken);

    public Task SettleAsync(string id, long number, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => RunAsync(Command(connection, "subscription-settle").Text("id", id).Number("settled", number), cancel), cancellationToken);

    public Task<IReadOnlyList<SubscriptionEvent>> EventsAsync(
        string id, long from, long to, bool isDead, int limit, CancellationToken cancellationToken)
        => connections.ReadAsync(
            (connection, cancel) => AllAsync(
                Command(connection, "subscription-events")
                    .Text("id", id).Number("from", from).Number("to", to).Small("dead", isDead ? 1 : 0).Small("limit", limit),
                SubscriptionRows.Event,
                cancel),
            cancellationToken);

    public Task<int> KillAsync(string id, DateTimeOffset before, CancellationToken cancellationToken)
        => connections.WriteAsync((connection, cancel) => KillAsync(connection, id, before, cancel), cancellationToken);

    public Task<int> RemoveEventsAsync(DateTimeOffset before, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => RunAsync(Command(connection, "subscription-events-remove").Instant("before", before), cancel), cancellationToken);

    private async Task CarryOutAsync(DbConnection connection, SubscriptionStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case SubscriptionStep.Put put:
                await PutAsync(connection, put, cancellationToken).ConfigureAwait(false);
                break;
            case SubscriptionStep.Remove remove:
                await RunAsync(Command(connection, "subscription-remove").Text("id", remove.Id), cancellationToken).ConfigureAwait(false);
                break;
            case SubscriptionStep.Count count:
                await CountAsync(connection, count, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task PutAsync(DbConnection connection, SubscriptionStep.Put put, CancellationToken cancellationToken)
    {
        var isAlive = put.Status is SubscriptionStatus.Requested or SubscriptionStatus.Active;
        var command = Command(connection, "subscription-put").Text("id", put.Id).Small("version", put.Version)
            .Text("status", SubscriptionRows.Name(put.Status)).Text("channel", put.Channel)
            .Small("counting", put.Status == SubscriptionStatus.Active ? 1 : 0).Instant("due", isAlive ? put.Now : null);
        await RunAsync(command, cancellationToken).ConfigureAwait(false);
        if (put.Status == SubscriptionStatus.Off)
            await KillAsync(connection, put.Id, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false);
    }

    private async Task CountAsync(DbConnection connection, SubscriptionStep.Count count, CancellationToken cancellationToken)
    {
        var counting = Command(connection, "subscription-count").Text("id", count.Id).Instant("now", count.Now);
        object? number;
        await using (counting.ConfigureAwait(false)) number = await counting.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        if (number is null) return;
        var what = count.Event;
        var command = Command(connection, "subscription-event-insert").Text("id", count.Id).Number("number", (long)number)
            .Text("type", what.Focus.Type).Text("resource", what.Focus.Id).Small("version", what.Version).Small("change", (int)what.Change)
            .Instant("created", what.Created);
        await RunAsync(command, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> KillAsync(DbConnection connection, string id, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var kill = Command(connection, "subscription-kill").Text("id", id).Instant("before", before);
        var killed = await RunAsync(kill, cancellationToken).ConfigureAwait(false);
        var settle = Command(connection, "subscription-kill-settle").Text("id", id).Instant("before", before);
        await RunAsync(settle, cancellationToken).ConfigureAwait(false);
        return killed;
    }

    private DbCommand Command(DbConnection connection, string name)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = connections.Texts.Query(name);
#pragma warning restore CA2100
        return command;
    }

    private static DbCommand Leased(DbCommand command, SubscriptionLease lease)
        => command.Text("owner", lease.Owner).Instant("now", lease.Now).Instant("until", lease.Until);

    private static async Task<int> RunAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T?> OneAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
        => await AllAsync(command, read, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;

    private static async Task<IReadOnlyList<T>> AllAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var disposal = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(read(reader));
        }

        return rows;
    }
}
