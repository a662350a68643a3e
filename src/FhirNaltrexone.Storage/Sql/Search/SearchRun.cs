using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Runs a search within its time: measures where there is a choice, plans, counts and fetches.</summary>
internal sealed class SearchRun(ISqlSession session, CodeSystems systems, TimeSpan timeout)
{
    public async ValueTask<SearchPage> RunAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(timeout);
        try
        {
            return await SearchAsync(query, clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageException(StorageErrorCode.TooCostly, $"The search took longer than {timeout.TotalSeconds:0.###} seconds.");
        }
    }

    private async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var known = await systems.FindAsync(session, SystemUrls.In(query.Filter), cancellationToken).ConfigureAwait(false);
        var sql = new PageSql(session.Dialect, query, known);
        var parts = SearchPlan.Parts(query.Filter);
        var counts = await MeasureAsync(sql, SearchPlan.ToMeasure(parts, query), cancellationToken).ConfigureAwait(false);
        var plan = SearchPlan.Of(parts, counts, query);
        long? total = query.IsTotalWanted
            ? (await session.QueryAsync(sql.Total(plan), row => row.Int64(0), cancellationToken).ConfigureAwait(false))[0]
            : null;
        if (query.Count == 0) return new([], null, total);
        var found = await session.QueryAsync(sql.Page(plan), sql.Read, cancellationToken).ConfigureAwait(false);
        return Page(found, query.Count, total);
    }

    private async ValueTask<IReadOnlyList<(SearchExpression Part, long Count)>> MeasureAsync(
        PageSql sql, IReadOnlyList<SearchExpression> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0) return [];
        var rows = await session.QueryAsync(
            sql.Counts(parts, SearchPlan.DenseFrom),
            row => parts.Select((part, column) => (part, row.Int64(column))).ToArray(),
            cancellationToken).ConfigureAwait(false);
        return rows[0];
    }

    private static SearchPage Page(List<(ResourceVersion Resource, SearchCursor Place)> found, int count, long? total)
    {
        var hasNext = found.Count > count;
        var shown = hasNext ? found.GetRange(0, count) : found;
        return new([.. shown.Select(match => match.Resource)], hasNext ? shown[^1].Place : null, total);
    }
}
