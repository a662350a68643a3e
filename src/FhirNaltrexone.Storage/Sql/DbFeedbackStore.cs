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
        return connections.ReadAsync(
            (connection, cancel) => connections.Command(connection, "feedback-list")
                .Number("after", after).Text("service", service).Small("limit", limit).AllAsync(Read, cancel),
            cancellationToken);
    }

    private async Task<IReadOnlyList<bool>> AddAsync(
        DbConnection connection, IReadOnlyList<FeedbackReport> reports, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var added = new bool[reports.Count];
        for (var i = 0; i < added.Length; i++)
        {
            var insert = Bind(connections.Command(connection, "feedback-insert"), reports[i]).Text("receivedAt", InstantText.Write(receivedAt));
            added[i] = await insert.RunAsync(cancellationToken).ConfigureAwait(false) == 1;
        }

        return added;
    }

    private static DbCommand Bind(DbCommand command, FeedbackReport report) => command
        .Text("service", report.Service)
        .Text("card", report.Card)
        .Text("outcome", report.Outcome == FeedbackOutcome.Accepted ? "accepted" : "overridden")
        .Text("outcomeAt", InstantText.Write(report.OutcomeAt))
        .Text("acceptedSuggestions", JsonSerializer.Serialize(report.AcceptedSuggestions))
        .Text("reasonSystem", report.Reason?.System)
        .Text("reasonCode", report.Reason?.Code)
        .Text("reasonDisplay", report.Reason?.Display)
        .Text("userComment", report.UserComment);

    private static StoredFeedback Read(DbDataReader row) => new(row.GetInt64(0), InstantText.Read(row.GetString(10)), new FeedbackReport
    {
        Service = row.GetString(1),
        Card = row.GetString(2),
        Outcome = row.GetString(3) == "accepted" ? FeedbackOutcome.Accepted : FeedbackOutcome.Overridden,
        OutcomeAt = InstantText.Read(row.GetString(4)),
        AcceptedSuggestions = JsonSerializer.Deserialize<string[]>(row.GetString(5))!,
        Reason = row.IsDBNull(7) ? null : new FeedbackReason(row.TextOrNull(6), row.GetString(7), row.TextOrNull(8)),
        UserComment = row.TextOrNull(9),
    });
}
