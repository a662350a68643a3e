using System.Data.Common;
using FhirNaltrexone.Storage.Sql;

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
                await Subject(connections.Command(connection, "card-issued-insert"), card.Subject)
                    .Text("card", card.Card).Small("severity", card.Severity).Instant("issued", card.Issued).Instant("expires", card.Expires)
                    .RunAsync(cancel).ConfigureAwait(false);
            }

            return cards.Count;
        },
        cancellationToken);

    public Task<IReadOnlyList<IssuedCard>> FindAsync(string card, DateTimeOffset now, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => connections.Command(connection, "card-issued-find").Text("card", card).Instant("now", now).AllAsync(
            row => new IssuedCard(card, new(row.GetString(0), row.GetString(1), row.GetString(2)), row.GetInt32(3), row.Instant(4), row.Instant(5)),
            cancel),
        cancellationToken);

    public Task AddAsync(Snooze snooze, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => Subject(connections.Command(connection, "snooze-put"), snooze.Subject)
            .Small("severity", snooze.Severity).Instant("since", snooze.Since).Instant("expires", snooze.Expires).RunAsync(cancel),
        cancellationToken);

    public Task<IReadOnlyList<Snooze>> ListAsync(string patient, string service, DateTimeOffset now, CancellationToken cancellationToken)
        => connections.ReadAsync(
            (connection, cancel) => connections.Command(connection, "snooze-list").Text("patient", patient).Text("service", service).Instant("now", now)
                .AllAsync(row => new Snooze(new(patient, service, row.GetString(0)), row.GetInt32(1), row.Instant(2), row.Instant(3)), cancel),
            cancellationToken);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) =>
            await connections.Command(connection, "cards-issued-remove").Instant("now", now).RunAsync(cancel).ConfigureAwait(false)
            + await connections.Command(connection, "snoozes-remove").Instant("now", now).RunAsync(cancel).ConfigureAwait(false),
        cancellationToken);

    private static DbCommand Subject(DbCommand command, SnoozeSubject subject)
        => command.Text("patient", subject.Patient).Text("service", subject.Service).Text("rule", subject.Rule);
}
