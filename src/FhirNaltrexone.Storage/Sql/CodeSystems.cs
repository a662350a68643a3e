using System.Collections.Concurrent;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>
/// Numbers of code systems. Those of the database are committed; a transaction that adds some and searches on its own connection has its own beside them
/// until it ends. There are some hundreds in practice; a client that invents more empties the cache, no more.
/// </summary>
/// <param name="committed">Those known already; null for those of the database.</param>
internal sealed class CodeSystems(CodeSystems? committed = null)
{
    /// <summary>Number of "no system".</summary>
    public const int None = 0;

    private const int MaxKnown = 20_000;

    private readonly ConcurrentDictionary<string, int> _known = new(StringComparer.Ordinal);

    public bool TryGet(string url, out int id)
    {
        if (url.Length > 0) return _known.TryGetValue(url, out id) || (committed is not null && committed.TryGet(url, out id));
        id = None;
        return true;
    }

    public void Add(string url, int id)
    {
        if (_known.Count >= MaxKnown) _known.Clear();
        _known[url] = id;
    }

    /// <summary>The transaction has ended well: its own are those of the database.</summary>
    public void Commit()
    {
        foreach (var (url, id) in _known) committed!.Add(url, id);
        Forget();
    }

    /// <summary>The transaction was taken back, perhaps in part: what is still there is found again by asking.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Numbers of those URLs that have one.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> FindAsync(
        ISqlSession session, IReadOnlyCollection<string> urls, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        List<string>? missing = null;
        foreach (var url in urls)
        {
            if (TryGet(url, out var id)) found[url] = id;
            else (missing ??= []).Add(BoundedText.Of(url));
        }

        if (missing is null) return found;
        var sql = new SqlBuilder(session.Dialect);
        var query = sql.Build($"select url, id from code_system where {sql.In("url", missing)}");
        var numbers = (await session.QueryAsync(query, row => (Url: row.Text(0), Id: (int)row.Int64(1)), cancellationToken).ConfigureAwait(false))
            .ToDictionary(row => row.Url, row => row.Id, StringComparer.Ordinal);
        foreach (var url in urls)
        {
            if (found.ContainsKey(url) || !numbers.TryGetValue(BoundedText.Of(url), out var id)) continue;
            found[url] = id;
            Add(url, id);
        }

        return found;
    }
}
