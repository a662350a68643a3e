using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Runs a search within its time: measures where there is a choice, plans, counts and fetches.</summary>
internal sealed class SearchRun(ISqlSession session, CodeSystems systems, TimeSpan timeout)
{
    // A page of the largest resources in the greatest number would be gigabytes: it ends here, and the next one goes on.
    private const long MaxPageBytes = 64 << 20;

    private long _bytes;

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
        var found = plan.Access == Access.Dates
            ? await DatedThenUndatedAsync(sql, plan, query, known, cancellationToken).ConfigureAwait(false)
            : await session.QueryAsync(sql.Page(plan), row => ReadWithinBounds(sql, row), cancellationToken).ConfigureAwait(false);
        return Page(found, query.Count, total);
    }

    private async ValueTask<List<(ResourceVersion Resource, SearchCursor Place)?>> DatedThenUndatedAsync(
        PageSql sql, SearchPlan plan, SearchQuery query, IReadOnlyDictionary<string, int> known, CancellationToken cancellationToken)
    {
        var isPastDates = query.After is { Values: [null] };
        var found = isPastDates ? [] : await session.QueryAsync(sql.Page(plan), row => ReadWithinBounds(sql, row), cancellationToken).ConfigureAwait(false);
        var missing = query.Count - found.Count;
        if (missing < 0) return found;
        var undated = new PageSql(
            session.Dialect,
            query with { Sort = [], Count = missing, After = isPastDates ? query.After! with { Values = [] } : null },
            known);
        var rest = new SearchPlan(Access.Walk, null, [.. plan.Probes, new Not(new HasEntry(query.Sort[0].Parameters, new AnyValue(EntryKind.Date)))]);
        var more = await session.QueryAsync(undated.Page(rest), row => ReadWithinBounds(undated, row), cancellationToken).ConfigureAwait(false);
        found.AddRange(more.Select(match => match is { } one ? (one.Resource, one.Place with { Values = [null] }) : match));
        return found;
    }

    private async ValueTask<IReadOnlyList<(SearchExpression Part, long Count)>> MeasureAsync(
        PageSql sql, IReadOnlyList<SearchExpression> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0) return [];
        var counts = await CountAsync(sql, parts, SearchPlan.DenseFrom, cancellationToken).ConfigureAwait(false);
        if (counts.Any(measured => measured.Count < SearchPlan.DenseFrom)) return counts;
        var ordered = parts.Where(Cost.IsOrdered).ToArray();
        return ordered.Length < 2 ? counts : await CountAsync(sql, ordered, SearchPlan.VeryDenseFrom, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(SearchExpression Part, long Count)[]> CountAsync(
        PageSql sql, IReadOnlyList<SearchExpression> parts, int limit, CancellationToken cancellationToken)
        => (await session.QueryAsync(
            sql.Counts(parts, limit), row => parts.Select((part, column) => (part, row.Int64(column))).ToArray(), cancellationToken)
            .ConfigureAwait(false))[0];

    /// <summary>A match with its content, or nothing once the page is full.</summary>
    private (ResourceVersion Resource, SearchCursor Place)? ReadWithinBounds(PageSql sql, ISqlRow row)
    {
        if (_bytes > MaxPageBytes) return null;
        var match = sql.Read(row);
        _bytes += match.Resource.Json.Length;
        return match;
    }

    private static SearchPage Page(List<(ResourceVersion Resource, SearchCursor Place)?> found, int count, long? total)
    {
        var shown = found.TakeWhile(match => match is not null).Take(count).Select(match => match!.Value).ToList();
        return new([.. shown.Select(match => match.Resource)], found.Count > shown.Count ? shown[^1].Place : null, total);
    }
}
