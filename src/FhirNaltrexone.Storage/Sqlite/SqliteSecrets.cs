using System.Collections.Concurrent;
using System.Security.Cryptography;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Keys of the service in the embedded database.</summary>
internal sealed class SqliteSecrets(SqliteReaders readers, SqliteWriter writer, TimeProvider clock) : IServiceSecrets
{
    private const int Length = 32;

    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    public async Task<ReadOnlyMemory<byte>> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        var secret = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (secret is null)
        {
            await writer.RunAsync((scope, _) => Decision.Commit(Add(scope, name)), cancellationToken).ConfigureAwait(false);
            secret = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return _known.GetOrAdd(name, secret!);
    }

    private int Add(SqliteWriteScope scope, string name) => scope.Session.Named("secret-insert")
        .Bind(1, name).Bind(2, RandomNumberGenerator.GetBytes(Length)).Bind(3, InstantText.Write(clock.GetUtcNow())).Run();

    private async ValueTask<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var statement = new SqlStatement(SqliteDialect.Instance.Texts.Query("secret-select"), [name]);
        var rows = await readers.UseAsync(
            (session, token) => session.QueryAsync(statement, row => row.Bytes(0), token), cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }
}
