using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Resources in the embedded database: many readers, each on its own snapshot, and one writer.</summary>
internal sealed class SqliteResourceStore(SqliteReaders readers, SqliteWriter writer, CodeSystems systems, TimeSpan searchTimeout)
    : SqlResourceStore
{
    public override ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        => InSnapshotAsync((reader, token) => reader.SearchAsync(query, token), cancellationToken);

    public override Task<T> ReadSnapshotAsync<T>(
        Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => InSnapshotAsync<T>(read, cancellationToken).AsTask();

    public override async Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
        => await QueryAsync("changes", [after?.Sequence ?? 0L, limit], Change, cancellationToken).ConfigureAwait(false);

    public override async Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken)
        => (await QueryAsync("version-last-sequence", [], row => new ChangePosition(0, row.Int64(0)), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Nothing to do: the statements of searches say themselves in which order tables are read.</summary>
    public override Task AnalyzeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What a unit of work awaits has always ended already; the wait is for units that await something else all the same.
    protected override Task<T> RunAsync<T>(
        Func<ISqlUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
        => writer.RunAsync(
            (scope, token) => work(new SqliteUnitOfWork(scope, searchTimeout), token).AsTask().GetAwaiter().GetResult(), cancellationToken);

    protected override ValueTask<List<T>> QueryAsync<T>(string name, object[] values, Func<ISqlRow, T> read, CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(SqliteDialect.Instance.Texts.Query(name), values);
        return readers.UseAsync((session, token) => session.QueryAsync(statement, read, token), cancellationToken);
    }

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

    private static LoggedChange Change(ISqlRow row)
    {
        var version = VersionRows.Read(row);
        return new(new(0, version.Sequence), version);
    }
}
