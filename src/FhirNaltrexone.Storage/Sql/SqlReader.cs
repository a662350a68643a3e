using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Sql.Search;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Reads resources over one connection; the same for both engines.</summary>
internal class SqlReader(ISqlSession session, CodeSystems systems, TimeSpan searchTimeout) : IResourceReader
{
    /// <summary>Known code systems.</summary>
    protected CodeSystems Systems { get; } = systems;

    public async ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken)
        => First(await NamedAsync("resource-read", [ResourceTypes.Number(key.Type), key.Id], cancellationToken).ConfigureAwait(false));

    public async ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => First(await NamedAsync("resource-read-version", [ResourceTypes.Number(key.Type), key.Id, version], cancellationToken)
            .ConfigureAwait(false));

    public async ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(
        IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => keys.Count == 0 ? [] : await VersionsAsync(ManySql(keys.Distinct().ToArray()), cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => await VersionsAsync(HistorySql.Page(session.Dialect, query), cancellationToken).ConfigureAwait(false);

    public async ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => (await session.QueryAsync(HistorySql.Count(session.Dialect, query), row => row.Int64(0), cancellationToken).ConfigureAwait(false))[0];

    public virtual ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        => new SearchRun(session, Systems, searchTimeout).RunAsync(query, cancellationToken);

    public async ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
    {
        if (sources.Count == 0 || parameters.Count == 0) return [];
        return await session.QueryAsync(ReferenceSql.From(session.Dialect, sources, parameters, limit), ReferenceSql.Edge, cancellationToken)
            .ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
    {
        if (targets.Count == 0 || parameters.Count == 0) return [];
        return await VersionsAsync(ReferenceSql.To(session.Dialect, targets, parameters, limit), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a query that selects versions.</summary>
    protected ValueTask<List<ResourceVersion>> VersionsAsync(SqlStatement statement, CancellationToken cancellationToken)
        => session.QueryAsync(statement, VersionRows.Read, cancellationToken);

    /// <summary>Reads the newest versions of several resources.</summary>
    protected SqlStatement ManySql(IReadOnlyCollection<ResourceKey> keys)
    {
        var sql = new SqlBuilder(session.Dialect);
        var from = session.Dialect.Keys(sql, keys, "k");
        return sql.Build($"""
            select {VersionRows.Columns}
            from {from} cross join resource r cross join resource_version v
            where r.type = k.type and r.id = k.id and v.sequence = r.sequence
            """);
    }

    private ValueTask<List<ResourceVersion>> NamedAsync(string name, object[] values, CancellationToken cancellationToken)
        => VersionsAsync(new(session.Dialect.Texts.Query(name), values), cancellationToken);

    private static ResourceVersion? First(List<ResourceVersion> versions) => versions.Count == 0 ? null : versions[0];
}
