using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Adds code systems, each committed at once: a transaction that is undone later leaves no number behind that the cache knows and the table does not.</summary>
internal sealed class PostgreSqlCodeSystems(PostgreSqlPools database, CodeSystems systems)
{
    /// <summary>Numbers of all the URLs.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> EnsureAsync(
        IReadOnlyCollection<string> urls, CancellationToken cancellationToken)
    {
        if (Known(urls) is { } known) return known;
        var connection = await database.Dictionary.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var session = new PostgreSqlSession(connection);
            var texts = urls.Where(url => !systems.TryGet(url, out _)).Select(BoundedText.Of).Distinct().Order(StringComparer.Ordinal).ToArray();
            var add = new SqlStatement(PostgreSqlDialect.Instance.Texts.Query("code-systems-add"), [texts]);
            await (await session.RunAsync([add], cancellationToken).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            return await systems.FindAsync(session, urls, cancellationToken).ConfigureAwait(false);
        }
    }

    private Dictionary<string, int>? Known(IReadOnlyCollection<string> urls)
    {
        var known = new Dictionary<string, int>(urls.Count, StringComparer.Ordinal);
        foreach (var url in urls)
        {
            if (!systems.TryGet(url, out var id)) return null;
            known[url] = id;
        }

        return known;
    }
}
