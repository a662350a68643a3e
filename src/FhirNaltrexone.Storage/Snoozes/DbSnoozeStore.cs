using System.Data.Common;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Storage.Snoozes;

/// <summary>Snoozes by statements that both engines understand.</summary>
internal sealed class DbSnoozeStore(IDbConnections connections) : ISnoozeStore
{
    public Task RememberAsync(IReadOnlyList<IssuedCard> cards, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) =>
        {
            // In one order on all replicas, so that none waits for another in a circle.
            foreach (var card in cards.OrderBy(card => card.Card, StringComparer.Ordinal))
            {
                var command = Subject(Command(connection, "card-issued-insert"), card.Subject)
                    .Text("card", card.Card).Small("severity", card.Severity).Instant("issued", card.Issued).Instant("expires", card.Expires);
                await RunAsync(command, cancel).ConfigureAwait(false);
            }

            return cards.Count;
        },
        cancellationToken);

    public Task<IReadOnlyList<IssuedCard>> FindAsync(string card, DateTimeOffset now, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => AllAsync(
            Command(connection, "card-issued-find").Text("card", card).Instant("now", now),
            row => new IssuedCard(card, new(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetInt32(3), Instant(row, 4), Instant(row, 5)),
            cancel),
        cancellationToken);

    public Task AddAsync(Snooze snooze, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => RunAsync(
            Subject(Command(connection, "snooze-put"), snooze.Subject)
                .Small("severity", snooze.Severity).Instant("since", snooze.Since).Instant("expires", snooze.Expires),
            cancel),
        cancellationToken);

    public Task<IReadOnlyList<Snooze>> ListAsync(string patient, string service, DateTimeOffset now, CancellationToken cancellationToken)
        => connections.ReadAsync(
            (connection, cancel) => AllAsync(
                Command(connection, "snooze-list").Text("patient", patient).Text("service", service).Instant("now", now),
                row => new Snooze(new(patient, service, row.GetString(0)), row.GetInt32(1), Instant(row, 2), Instant(row, 3)),
                cancel),
            cancellationToken);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) =>
            await RunAsync(Command(connection, "cards-issued-remove").Instant("now", now), cancel).ConfigureAwait(false)
            + await RunAsync(Command(connection, "snoozes-remove").Instant("now", now), cancel).ConfigureAwait(false),
        cancellationToken);

    private static DbCommand Subject(DbCommand command, SnoozeSubject subject)
        => command.Text("patient", subject.Patient).Text("service", subject.Service).Text("rule", subject.Rule);

    private static DateTimeOffset Instant(DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static async Task<int> RunAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

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

    private DbCommand Command(DbConnection connection, string name)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = connections.Texts.Query(name);
#pragma warning restore CA2100
        return command;
    }
}
