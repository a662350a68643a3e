using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Keys of the service by statements that both engines understand.</summary>
internal sealed class DbSecrets(IDbConnections connections, TimeProvider clock) : IServiceSecrets
{
    private const int Length = 32;

    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    public async Task<ReadOnlyMemory<byte>> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        var secret = await connections.ReadAsync((connection, cancel) => FindAsync(connection, name, cancel), cancellationToken).ConfigureAwait(false)
            ?? await connections.WriteAsync((connection, cancel) => AddAsync(connection, name, cancel), cancellationToken).ConfigureAwait(false);
        return _known.GetOrAdd(name, secret);
    }

    // Where another replica comes first nothing is added: found is what counts for all.
    private async Task<byte[]> AddAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        await connections.Command(connection, "secret-insert")
            .Text("name", name).Bytes("value", RandomNumberGenerator.GetBytes(Length)).Text("created", InstantText.Write(clock.GetUtcNow()))
            .RunAsync(cancellationToken).ConfigureAwait(false);
        return (await FindAsync(connection, name, cancellationToken).ConfigureAwait(false))!;
    }

    private Task<byte[]?> FindAsync(DbConnection connection, string name, CancellationToken cancellationToken)
        => connections.Command(connection, "secret-select").Text("name", name).OneAsync(row => row.GetFieldValue<byte[]>(0), cancellationToken);
}
