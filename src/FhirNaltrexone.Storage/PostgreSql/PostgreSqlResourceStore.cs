using System.Data;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Sql;
using Npgsql;
using Polly;
using Polly.Retry;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Resources in PostgreSQL, which any number of processes of the service share.</summary>
internal sealed class PostgreSqlResourceStore(PostgreSqlPools database, CodeSystems systems, TimeSpan searchTimeout) : SqlResourceStore
{
    private static readonly ResiliencePipeline Races = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(PostgreSqlErrors.IsRace),
        MaxRetryAttempts = 8,
        Delay = TimeSpan.FromMilliseconds(5),
        MaxDelay = TimeSpan.FromMilliseconds(500),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
    }).Build();

    private readonly PostgreSqlCodeSystems _newSystems = new(database, systems);

    public override ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => query.IsTotalWanted
        ? InSnapshotAsync((reader, token) => reader.SearchAsync(query, token), cancellationToken)
        : UseAsync(database.Search, (session, token) => Reader(session).SearchAsync(query, token), cancellationToken);

    public override Task<T> ReadSnapshotAsync<T>(
        Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => InSnapshotAsync<T>(read, cancellationToken).AsTask();

    public override async Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
    {
        var start = after ?? default;
        var epoch = start.Epoch.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await QueryAsync("changes", [epoch, start.Sequence, limit], Change, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken)
    {
        var ends = await QueryAsync("changes-end", [], row => new ChangePosition(row.Int64(0), row.Int64(1)), cancellationToken)
            .ConfigureAwait(false);
        return ends.Count == 0 ? default : ends[0];
    }

    public override async Task AnalyzeAsync(CancellationToken cancellationToken)
        => await QueryAsync("analyze", [], row => row.Int64(0), cancellationToken).ConfigureAwait(false);

    protected override async Task<T> RunAsync<T>(
        Func<ISqlUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
        => await PostgreSqlErrors.TranslateAsync(
            () => Races.ExecuteAsync(token => AttemptAsync(work, token), cancellationToken)).ConfigureAwait(false);

    protected override ValueTask<List<T>> QueryAsync<T>(string name, object[] values, Func<ISqlRow, T> read, CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(PostgreSqlDialect.Instance.Texts.Query(name), values);
        return UseAsync(database.Main, (session, token) => session.QueryAsync(statement, read, token), cancellationToken);
    }

    protected override ValueTask<T> UseAsync<T>(
        Func<SqlReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => UseAsync(database.Main, (session, token) => read(Reader(session), token), cancellationToken);

    private static ValueTask<T> UseAsync<T>(
        NpgsqlDataSource source, Func<PostgreSqlSession, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken)
        => PostgreSqlErrors.TranslateAsync(async () =>
        {
            var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await use(new PostgreSqlSession(connection), cancellationToken).ConfigureAwait(false);
            }
        });

    private ValueTask<T> InSnapshotAsync<T>(Func<SqlReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => UseAsync(
            database.Search,
            async (session, token) =>
            {
                var transaction = await session.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var result = await read(Reader(session), token).ConfigureAwait(false);
                    await transaction.CommitAsync(token).ConfigureAwait(false);
                    return result;
                }
            },
            cancellationToken);

    private async ValueTask<T> AttemptAsync<T>(
        Func<ISqlUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
    {
        var connection = await database.Main.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var unit = new PostgreSqlUnitOfWork(new PostgreSqlSession(connection), systems, _newSystems, database.Turns, searchTimeout);
            try
            {
                var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var decision = await work(unit, cancellationToken).ConfigureAwait(false);
                    cancellationToken.ThrowIfCancellationRequested();
                    if (decision.IsCommit) await PostgreSqlErrors.CommitAsync(transaction).ConfigureAwait(false);
                    return decision.Value;
                }
            }
            finally
            {
                if (unit.HasTurn) database.Turns.GiveBack();
            }
        }
    }

    private SqlReader Reader(PostgreSqlSession session) => new(session, systems, searchTimeout);

    private static LoggedChange Change(ISqlRow row)
    {
        var version = VersionRows.Read(row);
        return new(new(row.Int64(VersionRows.Width), version.Sequence), version);
    }
}
