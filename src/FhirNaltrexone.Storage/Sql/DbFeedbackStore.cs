using System.Data;
using System.Data.Common;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Feedback by the statements both engines understand.</summary>
internal sealed class DbFeedbackStore(IDbConnections connections) : IFeedbackStore
{
    public Task<IReadOnlyList<bool>> AddAsync(
        IReadOnlyList<FeedbackReport> reports, DateTimeOffset receivedAt, CancellationToken cancellationToken)
        => connections.WriteAsync<IReadOnlyList<bool>>((connection, token) => AddAsync(connection, reports, receivedAt, token), cancellationToken);

    public Task<IReadOnlyList<StoredFeedback>> ListAsync(string? service, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return connections.ReadAsync<IReadOnlyList<StoredFeedback>>(
            (connection, token) => ListAsync(connection, service, after, limit, token), cancellationToken);
    }

    public Task PingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return connections.ReadAsync(
            async (connection, token) =>
            {
                await using var command = Command(connection, "ping");
                return await command.ExecuteScalarAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<bool>> AddAsync(
        DbConnection connection, IReadOnlyList<FeedbackReport> reports, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "feedback-insert");
        var added = new bool[reports.Count];
        for (var i = 0; i < added.Length; i++)
        {
            command.Parameters.Clear();
            Bind(command, reports[i], receivedAt);
            added[i] = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
        }

        return added;
    }

    private async Task<IReadOnlyList<StoredFeedback>> ListAsync(
        DbConnection connection, string? service, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "feedback-list");
        Bind(command, "@after", after, DbType.Int64);
        Bind(command, "@service", service, DbType.String);
        Bind(command, "@limit", limit, DbType.Int32);
        var found = new List<StoredFeedback>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) found.Add(Read(reader));
        }

        return found;
    }

    private DbCommand Command(DbConnection connection, string query)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = connections.Texts.Query(query);
#pragma warning restore CA2100
        return command;
    }

    private static void Bind(DbCommand command, FeedbackReport report, DateTimeOffset receivedAt)
    {
        Bind(command, "@service", report.Service, DbType.String);
        Bind(command, "@card", report.Card, DbType.String);
        Bind(command, "@outcome", report.Outcome == FeedbackOutcome.Accepted ? "accepted" : "overridden", DbType.String);
        Bind(command, "@outcomeAt", InstantText.Write(report.OutcomeAt), DbType.String);
        Bind(command, "@acceptedSuggestions", JsonSerializer.Serialize(report.AcceptedSuggestions), DbType.String);
        Bind(command, "@reasonSystem", report.Reason?.System, DbType.String);
        Bind(command, "@reasonCode", report.Reason?.Code, DbType.String);
        Bind(command, "@reasonDisplay", report.Reason?.Display, DbType.String);
        Bind(command, "@userComment", report.UserComment, DbType.String);
        Bind(command, "@receivedAt", InstantText.Write(receivedAt), DbType.String);
    }

    private static void Bind(DbCommand command, string name, object? value, DbType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    private static StoredFeedback Read(DbDataReader row) => new(row.GetInt64(0), InstantText.Read(row.GetString(10)), new FeedbackReport
    {
        Service = row.GetString(1),
        Card = row.GetString(2),
        Outcome = row.GetString(3) == "accepted" ? FeedbackOutcome.Accepted : FeedbackOutcome.Overridden,
        OutcomeAt = InstantText.Read(row.GetString(4)),
        AcceptedSuggestions = JsonSerializer.Deserialize<string[]>(row.GetString(5))!,
        Reason = row.IsDBNull(7) ? null : new FeedbackReason(Text(row, 6), row.GetString(7), Text(row, 8)),
        UserComment = Text(row, 9),
    });

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
