using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Resources in the embedded database: many readers, each on its own snapshot, and one writer.</summary>
internal sealed class SqliteResourceStore(SqliteReaders readers, SqliteWriter writer, CodeSystems systems, TimeSpan searchTimeout)
    : SqlResourceStore
{
    private const int RebuildBatch = 500;

    public override ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        => InSnapshotAsync((reader, token) => reader.SearchAsync(query, token), cancellationToken);

    public override Task<T> ReadSnapshotAsync<T>(
        Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => InSnapshotAsync<T>(read, cancellationToken).AsTask();

    public override Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(SqliteDialect.Instance.Texts.Query("changes"), [after?.Sequence ?? 0L, limit]);
        return readers.UseAsync<IReadOnlyList<LoggedChange>>(
            async (session, token) => await session.QueryAsync(statement, Change, token).ConfigureAwait(false), cancellationToken).AsTask();
    }

    public override Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(SqliteDialect.Instance.Texts.Query("version-last-sequence"), []);
        return readers.UseAsync(
            async (session, token) => (await session.QueryAsync(statement, row => new ChangePosition(0, row.Int64(0)), token)
                .ConfigureAwait(false))[0],
            cancellationToken).AsTask();
    }

    public override async Task<long> RebuildIndexAsync(
        Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (done, last) = (0L, 0L);
        while (await BatchAsync(last, cancellationToken).ConfigureAwait(false) is { Count: > 0 } batch)
        {
            var entries = batch.Select(version => (version, extract(version))).ToArray();
            done += await WorkAsync(
                async (unit, token) => Decision.Commit(await unit.ReindexAsync(entries, token).ConfigureAwait(false)), cancellationToken)
                .ConfigureAwait(false);
            last = batch[^1].Number;
            progress?.Report(done);
        }

        return done;
    }

    /// <summary>Nothing to do: the statements of searches say themselves in which order tables are read.</summary>
    public override Task AnalyzeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task PingAsync(CancellationToken cancellationToken)
        => await readers.UseAsync(
            (session, token) => session.QueryAsync(new(SqliteDialect.Instance.Texts.Query("ping"), []), row => row.Int64(0), token),
            cancellationToken).ConfigureAwait(false);

    protected override Task<T> RunAsync<T>(
        Func<ISqlUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
        => WorkAsync((unit, token) => work(unit, token), cancellationToken);

    protected override ValueTask<T> UseAsync<T>(
        Func<SqlReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => readers.UseAsync((session, token) => read(new SqlReader(session, systems, searchTimeout), token), cancellationToken);

    private ValueTask<T> InSnapshotAsync<T>(Func<SqlReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => readers.UseAsync(
            async (session, token) =>
            {
                session.Execute("begin");
                var result = await read(new SqlReader(session, systems, searchTimeout), token).ConfigureAwait(false);
                session.Execute("commit");
                return result;
            },
            cancellationToken);

    // What a unit of work awaits has always ended already; the wait is for units that await something else all the same.
    private Task<T> WorkAsync<T>(Func<SqliteUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
        => writer.RunAsync(
            (scope, token) => work(new SqliteUnitOfWork(scope, searchTimeout), token).AsTask().GetAwaiter().GetResult(), cancellationToken);

    private ValueTask<List<ResourceVersion>> BatchAsync(long after, CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(SqliteDialect.Instance.Texts.Query("resources-current"), [after, RebuildBatch]);
        return readers.UseAsync((session, token) => session.QueryAsync(statement, VersionRows.Read, token), cancellationToken);
    }

    private static LoggedChange Change(ISqlRow row)
    {
        var version = VersionRows.Read(row);
        return new(new(0, version.Sequence), version);
    }
}
