using System.Collections.Concurrent;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Numbers of code systems that are known to be committed. There are some hundreds in practice; a client that invents more empties the cache, no more.</summary>
internal sealed class CodeSystems
{
    /// <summary>Number of "no system".</summary>
    public const int None = 0;

    private const int MaxKnown = 20_000;

    private readonly ConcurrentDictionary<string, int> _known = new(StringComparer.Ordinal);

    public bool TryGet(string url, out int id)
    {
        if (url.Length > 0) return _known.TryGetValue(url, out id);
        id = None;
        return true;
    }

    public void Add(string url, int id)
    {
        if (_known.Count >= MaxKnown) _known.Clear();
        _known[url] = id;
    }

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
        foreach (var (url, id) in await session.QueryAsync(query, row => (row.Text(0), (int)row.Int64(1)), cancellationToken).ConfigureAwait(false))
        {
            foreach (var original in urls.Where(candidate => BoundedText.Of(candidate) == url))
            {
                found[original] = id;
                Add(original, id);
            }
        }

        return found;
    }
}
