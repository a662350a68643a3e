using System.Data.Common;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Audit;

/// <summary>The audit chain by statements that both engines understand.</summary>
internal sealed class DbAuditLog(IDbConnections connections) : IAuditLog
{
    private static long Type => ResourceTypes.Number("AuditEvent");

    public Task<AuditHead> HeadAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async (connection, cancel) =>
        {
            var rows = await AllAsync(Command(connection, "audit-head"), row => new AuditHead(row.GetInt64(0), row.GetString(1)), cancel).ConfigureAwait(false);

            // Gone with the row is what tells where the chain ended: it is told to end where none can.
            return rows.Count == 0 ? new(0, string.Empty) : rows[0];
        },
        cancellationToken);

    public Task<IReadOnlyList<AuditLink>> ListAsync(long after, int limit, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => AllAsync(
            Bind(Bind(Command(connection, "audit-list"), "after", after), "limit", limit),
            row => new AuditLink(
                row.GetInt64(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3), row.GetString(4), row.GetInt64(5) != 0),
            cancel),
        cancellationToken);

    public Task<long> IndexedAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async (connection, cancel) => (await AllAsync(Command(connection, "audit-indexed"), row => row.GetInt64(0), cancel).ConfigureAwait(false))[0],
        cancellationToken);

    public Task NoteIndexedAsync(long position, CancellationToken cancellationToken) => MoveAsync("audit-indexed-move", position, cancellationToken);

    public Task<IReadOnlyList<(string Id, string Defect)>> StraysAsync(int limit, CancellationToken cancellationToken) => connections.ReadAsync(
        (connection, cancel) => AllAsync(
            Bind(Bind(Command(connection, "audit-strays"), "type", Type), "limit", limit), row => (row.GetString(0), row.GetString(1)), cancel),
        cancellationToken);

    public Task<long> CountForeignAsync(CancellationToken cancellationToken) => connections.ReadAsync(
        async (connection, cancel) =>
            (await AllAsync(Bind(Command(connection, "audit-unlinked"), "type", Type), row => row.GetInt64(0), cancel).ConfigureAwait(false))[0],
        cancellationToken);

    public Task ExpireAsync(long position, CancellationToken cancellationToken) => MoveAsync("audit-expire", position, cancellationToken);

    private Task<int> MoveAsync(string name, long position, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) =>
        {
            await using var command = Bind(Command(connection, name), "position", position);
            return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        },
        cancellationToken);

    private static DbCommand Bind(DbCommand command, string name, long value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return command;
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
