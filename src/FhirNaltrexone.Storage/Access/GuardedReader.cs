using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// Reads what the caller may see. What it may not see looks as if it were not there; a type it may see nothing of is refused. What scopes leave out the
/// database leaves out; what labels and consents withhold is left out of what it finds, which goes on until the page is full. Pages are those of a store
/// that has only what may be seen; a total nobody could tell without deciding about all of it, and none is given.
/// </summary>
/// <param name="inner">Reads everything.</param>
/// <param name="guard">The guard of the request.</param>
internal class GuardedReader(IResourceReader inner, Guard guard) : IResourceReader
{
    private const GrantedInteractions ReadOrSearch = GrantedInteractions.Read | GrantedInteractions.Search;

    // Versions read at once where some of them may have to be left out.
    private const int HistoryPage = 200;

    // Mostly the next resource may be shown.
    private const int LookAhead = 5;

    protected Guard Guard => guard;

    protected VersionFilter Newest => guard.Policy.Newest(guard.Context, inner);

    public async ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        guard.Demand(key.Type, GrantedInteractions.Read);
        return await OneAsync(await inner.ReadAsync(key, cancellationToken).ConfigureAwait(false), Newest, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
    {
        guard.Demand(key.Type, GrantedInteractions.Read);
        var found = await inner.ReadVersionAsync(key, version, cancellationToken).ConfigureAwait(false);
        return await OneAsync(found, History(), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
    {
        var allowed = keys.Where(key => !guard.For(key.Type, ReadOrSearch).IsNone).ToList();
        var found = allowed.Count == 0 ? [] : await inner.ReadManyAsync(allowed, cancellationToken).ConfigureAwait(false);
        return await ShowAsync([.. found.Where(version => guard.IsVisible(version, ReadOrSearch))], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        if (query.Id is null) DemandWhole(query.Type);
        else guard.Demand(query.Type!, GrantedInteractions.Read);
        var shown = new List<ResourceVersion>();
        await foreach (var version in VisibleAsync(query, cancellationToken).ConfigureAwait(false))
        {
            shown.Add(version);
            if (shown.Count == query.Limit) break;
        }

        return Disclosed(shown);
    }

    public async ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        if (query.Id is null) DemandWhole(query.Type);
        else guard.Demand(query.Type!, GrantedInteractions.Read);
        var count = 0L;
        await foreach (var _ in VisibleAsync(query with { After = null }, cancellationToken).ConfigureAwait(false)) count++;
        return count;
    }

    public async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var types = guard.Allowed(query.Types, GrantedInteractions.Search);
        var confined = query with
        {
            Types = types.Count == ResourceTypes.All.Count ? [] : types,
            Filter = guard.Confine(types, query.Filter),
            IsTotalWanted = false,
        };
        return await SearchDecidedAsync(confined, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => await inner.ReferencesFromAsync(sources, parameters, limit, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
    {
        var types = parameters.Select(guard.TypeOf).Distinct().Where(type => !guard.For(type, GrantedInteractions.Search).IsNone).ToList();
        if (types.Count == 0 || targets.Count == 0) return [];
        var query = new SearchQuery
        {
            Types = types,
            Filter = new HasEntry([.. parameters], new ReferenceTest([.. targets.Select(target => new ReferenceValue(target.Type, target.Id))])),
            Count = limit,
        };
        var page = await SearchAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. page.Matches.OrderBy(version => version.Number)];
    }

    private VersionFilter History() => guard.Policy.History(guard.Context, inner);

    private static GrantedInteractions LettersOf(HistoryQuery query) => query.Id is null ? GrantedInteractions.Search : GrantedInteractions.Read;

    /// <summary>
    /// The history of a type is for those who may see all of it: versions of other patients, and deletions, cannot be told apart in the log. That of
    /// everything lists such types only.
    /// </summary>
    private void DemandWhole(string? type)
    {
        var isAllowed = type is null
            ? ResourceTypes.All.Any(each => guard.For(each, GrantedInteractions.Search).IsWhole)
            : guard.For(type, GrantedInteractions.Search).IsWhole;
        if (!isAllowed) throw Guard.Forbidden($"This history is for those who may see all of it: it needs a scope with s, without a query, for {type ?? "a type"}.");
    }

    private async IAsyncEnumerable<ResourceVersion> VisibleAsync(
        HistoryQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var letters = LettersOf(query);
        var filter = History();
        while (true)
        {
            var page = await inner.HistoryAsync(query with { Limit = HistoryPage }, cancellationToken).ConfigureAwait(false);
            var listed = page.Where(version => IsListed(version, query, letters)).ToList();
            foreach (var version in await DecideAsync(listed, filter, cancellationToken).ConfigureAwait(false))
                yield return version;
            if (page.Count < HistoryPage) yield break;
            query = query with { After = new(page[^1].LastUpdated, page[^1].Sequence) };
        }
    }

    private bool IsListed(ResourceVersion version, HistoryQuery query, GrantedInteractions letters)
        => query.Id is null ? guard.For(version.Key.Type, letters).IsWhole : guard.IsVisible(version, letters);

    /// <summary>Goes on searching until the page is full: whoever counts entries learns nothing of those left out.</summary>
    private async ValueTask<SearchPage> SearchDecidedAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.Count == 0) return new([], null, null);
        var shown = new List<ResourceVersion>();
        var wanted = query.Count;
        while (true)
        {
            var page = await inner.SearchAsync(query with { Count = wanted - shown.Count }, cancellationToken).ConfigureAwait(false);
            shown.AddRange(await DecideAsync(page.Matches, Newest, cancellationToken).ConfigureAwait(false));
            if (page.Next is null || shown.Count == wanted)
            {
                Disclosed(shown);
                var isMore = page.Next is not null && await IsMoreAsync(query with { After = page.Next }, cancellationToken).ConfigureAwait(false);
                return new(shown, isMore ? page.Next : null, null);
            }

            query = query with { After = page.Next };
        }
    }

    /// <summary>Whether anything that may be shown comes after a place: a link to an empty page would tell that something is withheld.</summary>
    private async ValueTask<bool> IsMoreAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await inner.SearchAsync(query with { Count = LookAhead }, cancellationToken).ConfigureAwait(false);
            if ((await DecideAsync(page.Matches, Newest, cancellationToken).ConfigureAwait(false)).Count > 0) return true;
            if (page.Next is null) return false;
            query = query with { After = page.Next };
        }
    }

    private async ValueTask<ResourceVersion?> OneAsync(ResourceVersion? found, VersionFilter filter, CancellationToken cancellationToken)
    {
        if (found is null || !guard.IsVisible(found, GrantedInteractions.Read)) return null;
        return Disclosed(await DecideAsync([found], filter, cancellationToken).ConfigureAwait(false)) is [var shown] ? shown : null;
    }

    private async ValueTask<IReadOnlyList<ResourceVersion>> ShowAsync(IReadOnlyList<ResourceVersion> versions, CancellationToken cancellationToken)
        => Disclosed(await DecideAsync(versions, Newest, cancellationToken).ConfigureAwait(false));

    /// <summary>Leaves out what labels and consents withhold.</summary>
    private async ValueTask<IReadOnlyList<ResourceVersion>> DecideAsync(
        IReadOnlyList<ResourceVersion> versions, VersionFilter filter, CancellationToken cancellationToken)
    {
        var permitted = await PermittedAsync(versions, filter, cancellationToken).ConfigureAwait(false);
        if (permitted.Count < versions.Count) guard.Context.Withhold();
        return permitted;
    }

    /// <summary>Those that labels and consents do not withhold. A deletion tells that there was what was deleted: it is judged by that.</summary>
    protected async ValueTask<IReadOnlyList<ResourceVersion>> PermittedAsync(
        IReadOnlyList<ResourceVersion> versions, VersionFilter filter, CancellationToken cancellationToken)
    {
        if (versions.Count == 0) return versions;
        var judged = new List<(ResourceVersion Version, ResourceVersion Content)>();
        foreach (var version in versions)
        {
            var content = version.IsDeleted ? await inner.ReadVersionAsync(version.Key, version.Version - 1, cancellationToken).ConfigureAwait(false) : version;
            if (content is { IsDeleted: false }) judged.Add((version, content));
        }

        var permitted = judged.Count == 0 ? [] : await filter([.. judged.Select(one => one.Content)], cancellationToken).ConfigureAwait(false);
        if (permitted.Count == versions.Count) return versions;
        var kept = permitted.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. judged.Where(one => kept.Contains(one.Content)).Select(one => one.Version)];
    }

    private IReadOnlyList<ResourceVersion> Disclosed(IReadOnlyList<ResourceVersion> versions)
    {
        guard.Context.Disclose(versions);
        return versions;
    }
}
