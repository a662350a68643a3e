using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Audit;

/// <summary>The audit chain by statements that both engines understand.</summary>
internal sealed class DbAuditLog(IDbConnections connections) : IAuditLog
{
    private static long Type => ResourceTypes.Number("AuditEvent");

    // Gone with the row is what tells where the chain ended: it is told to end where none can.
    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async (connection, cancel) => await connections.Command(connection, "audit-head")
            .OneAsync(row => new AuditHead(row.GetInt64(0), row.GetString(1)), cancel).ConfigureAwait(false) ?? new(0, string.Empty),
        cancellationToken);

    public Task<IReadOnlyList<AuditLink>> ListAsync(long after, int limit, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => connections.Command(connection, "audit-list").Number("after", after).Small("limit", limit).AllAsync(
            row => new AuditLink(row.GetInt64(0), row.GetString(1), row.Instant(2), row.GetString(3), row.GetString(4), row.GetInt64(5) != 0), cancel),
        cancellationToken);

    public Task<long> IndexedAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async (connection, cancel) => (await connections.Command(connection, "audit-indexed").NumberAsync(cancel).ConfigureAwait(false))!.Value,
        cancellationToken);

    public Task NoteIndexedAsync(long position, CancellationToken cancellationToken) => MoveAsync("audit-indexed-move", position, cancellationToken);

    public Task<IReadOnlyList<(string Id, string Defect)>> StraysAsync(int limit, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => connections.Command(connection, "audit-strays").Number("type", Type).Small("limit", limit)
            .AllAsync(row => (row.GetString(0), row.GetString(1)), cancel),
        cancellationToken);

    public Task<long> CountForeignAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async (connection, cancel) =>
            (await connections.Command(connection, "audit-unlinked").Number("type", Type).NumberAsync(cancel).ConfigureAwait(false))!.Value,
        cancellationToken);

    public Task ExpireAsync(long position, CancellationToken cancellationToken) => MoveAsync("audit-expire", position, cancellationToken);

    private Task<int> MoveAsync(string name, long position, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => connections.Command(connection, name).Number("position", position).RunAsync(cancel), cancellationToken);
}
