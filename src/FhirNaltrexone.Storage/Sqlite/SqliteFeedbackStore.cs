using System.Text.Json;
using FhirNaltrexone.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Feedback in the embedded database. SQLite allows one writer: writers of this process queue here instead of in its busy loop.</summary>
internal sealed class SqliteFeedbackStore(SqliteDatabase database) : IFeedbackStore, IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public async Task<IReadOnlyList<bool>> AddAsync(
        IReadOnlyList<FeedbackReport> reports, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return SqliteErrors.Translate(() => Add(reports, receivedAt));
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task<IReadOnlyList<StoredFeedback>> ListAsync(string? service, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<StoredFeedback>>(SqliteErrors.Translate(() => List(service, after, limit)));
    }

    public Task PingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(SqliteErrors.Translate(Ping));
    }

    public void Dispose() => _writer.Dispose();

    private bool[] Add(IReadOnlyList<FeedbackReport> reports, DateTimeOffset receivedAt)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = SqliteDialect.Instance.Texts.Query("feedback-insert");
        var added = new bool[reports.Count];
        for (var i = 0; i < added.Length; i++)
        {
            command.Parameters.Clear();
            Bind(command.Parameters, reports[i], receivedAt);
            added[i] = command.ExecuteNonQuery() == 1;
        }

        transaction.Commit();
        return added;
    }

    private List<StoredFeedback> List(string? service, long after, int limit)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = SqliteDialect.Instance.Texts.Query("feedback-list");
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$service", OrNull(service));
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var found = new List<StoredFeedback>();
        while (reader.Read())
        {
            found.Add(Read(reader));
        }

        return found;
    }

    private long Ping()
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = SqliteDialect.Instance.Texts.Query("ping");
        return (long)command.ExecuteScalar()!;
    }

    private static void Bind(SqliteParameterCollection parameters, FeedbackReport report, DateTimeOffset receivedAt)
    {
        parameters.AddWithValue("$service", report.Service);
        parameters.AddWithValue("$card", report.Card);
        parameters.AddWithValue("$outcome", report.Outcome == FeedbackOutcome.Accepted ? "accepted" : "overridden");
        parameters.AddWithValue("$outcomeAt", InstantText.Write(report.OutcomeAt));
        parameters.AddWithValue("$acceptedSuggestions", JsonSerializer.Serialize(report.AcceptedSuggestions));
        parameters.AddWithValue("$reasonSystem", OrNull(report.Reason?.System));
        parameters.AddWithValue("$reasonCode", OrNull(report.Reason?.Code));
        parameters.AddWithValue("$reasonDisplay", OrNull(report.Reason?.Display));
        parameters.AddWithValue("$userComment", OrNull(report.UserComment));
        parameters.AddWithValue("$receivedAt", InstantText.Write(receivedAt));
    }

    private static StoredFeedback Read(SqliteDataReader row) => new(row.GetInt64(0), InstantText.Read(row.GetString(10)), new FeedbackReport
    {
        Service = row.GetString(1),
        Card = row.GetString(2),
        Outcome = row.GetString(3) == "accepted" ? FeedbackOutcome.Accepted : FeedbackOutcome.Overridden,
        OutcomeAt = InstantText.Read(row.GetString(4)),
        AcceptedSuggestions = JsonSerializer.Deserialize<string[]>(row.GetString(5))!,
        Reason = row.IsDBNull(7) ? null : new FeedbackReason(Text(row, 6), row.GetString(7), Text(row, 8)),
        UserComment = Text(row, 9),
    });

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static object OrNull(string? value) => value is null ? DBNull.Value : value;
}
