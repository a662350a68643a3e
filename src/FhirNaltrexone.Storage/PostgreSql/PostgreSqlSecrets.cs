using System.Collections.Concurrent;
using System.Security.Cryptography;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Keys of the service in PostgreSQL.</summary>
internal sealed class PostgreSqlSecrets(PostgreSqlPools database, TimeProvider clock) : IServiceSecrets
{
    private const int Length = 32;

    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    public async Task<ReadOnlyMemory<byte>> GetAsync(string name, CancellationToken cancellationToken)
        => _known.TryGetValue(name, out var known)
            ? known
            : _known.GetOrAdd(name, await PostgreSqlErrors.TranslateAsync(() => FindOrAddAsync(name, cancellationToken)).ConfigureAwait(false));

    private async ValueTask<byte[]> FindOrAddAsync(string name, CancellationToken cancellationToken)
    {
        var connection = await database.Main.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var session = new PostgreSqlSession(connection);
            var texts = PostgreSqlDialect.Instance.Texts;
            var add = new SqlStatement(
                texts.Query("secret-insert"), [name, RandomNumberGenerator.GetBytes(Length), InstantText.Write(clock.GetUtcNow())]);
            var find = new SqlStatement(texts.Query("secret-select"), [name]);
            await (await session.RunAsync([add], cancellationToken).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            return (await session.QueryAsync(find, row => row.Bytes(0), cancellationToken).ConfigureAwait(false))[0];
        }
    }
}
