using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Tokens;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>A unit of work on the writer's thread. Nobody else writes meanwhile: all locks are held already, and everything ends at once.</summary>
internal sealed class SqliteUnitOfWork(SqliteWriteScope scope, TimeSpan searchTimeout)
    : SqlReader(scope.Session, scope.Systems, searchTimeout), ISqlUnitOfWork
{
    private readonly SqliteIndexWriter _index = new(scope);
    private readonly List<ResourceVersion> _written = [];

    public IReadOnlyList<ResourceVersion> Written => _written;

    public ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(
        IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => (await ReadManyAsync(keys, cancellationToken).ConfigureAwait(false)).ToDictionary(version => version.Key);

    public ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var versions = new ResourceVersion[writes.Count];
        for (var index = 0; index < versions.Length; index++) versions[index] = Write(writes[index]);
        _written.AddRange(versions);
        return new(versions);
    }

    public ValueTask ChainAsync(IReadOnlyList<ResourceVersion> events, AuditSeal seal, CancellationToken cancellationToken)
        => AuditChain.AppendAsync(scope.Session, events, seal, cancellationToken);

    public ValueTask<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken)
        => DbUsedTokens.TryUseAsync(scope.Session, token, cancellationToken);

    public ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken)
        => new(scope.Session.Named("history-purge").Bind(1, (long)ResourceTypes.Number(key.Type)).Bind(2, key.Id).Run());

    public async ValueTask<long> ReindexAsync(
        IReadOnlyList<(ResourceVersion Version, IndexEntries Entries)> resources, CancellationToken cancellationToken)
    {
        var current = await LockAsync([.. resources.Select(resource => resource.Version.Key)], cancellationToken).ConfigureAwait(false);
        var same = resources.Where(resource => current.GetValueOrDefault(resource.Version.Key)?.Sequence == resource.Version.Sequence).ToList();
        _index.Delete([.. same.Select(resource => resource.Version.Number)]);
        foreach (var (version, entries) in same) _index.Insert(version.Number, entries);
        return same.Count;
    }

    private ResourceVersion Write(ResourceWrite write)
    {
        var type = ResourceTypes.Number(write.Key.Type);
        var updated = write.LastUpdated.ToUnixTimeMilliseconds();
        var sequence = scope.NextSequence();
        var number = write.Version == 1 ? Insert(write, type, updated, sequence) : Update(write, type, updated, sequence);
        var body = write.Change == ResourceChange.Delete ? default : write.Json;
        scope.Session.Named("version-insert").Bind(1, sequence).Bind(2, number).Bind(3, (long)write.Version).Bind(4, (long)type)
            .Bind(5, updated).Bind(6, (long)write.Change).Bind(7, body.Span).Run();
        if (write.Version > 1) _index.Delete(number);
        if (write.Change != ResourceChange.Delete) _index.Insert(number, write.Index);
        return new()
        {
            Key = write.Key,
            Number = number,
            Version = write.Version,
            Sequence = sequence,
            LastUpdated = DateTimeOffset.FromUnixTimeMilliseconds(updated),
            Change = write.Change,
            Json = body,
        };
    }

    private long Insert(ResourceWrite write, short type, long updated, long sequence)
    {
        var number = scope.NextNumber();
        scope.Session.Named("resource-insert").Bind(1, number).Bind(2, (long)type).Bind(3, write.Key.Id).Bind(4, sequence).Bind(5, updated)
            .Bind(6, IsDeleted(write)).Run();
        return number;
    }

    private long Update(ResourceWrite write, short type, long updated, long sequence)
    {
        var update = scope.Session.Named("resource-update").Bind(1, (long)write.Version).Bind(2, sequence).Bind(3, updated)
            .Bind(4, IsDeleted(write)).Bind(5, (long)type).Bind(6, write.Key.Id);
        try
        {
            if (update.Step()) return update.Int64(0);
        }
        finally
        {
            update.Reset();
        }

        throw new StorageException(StorageErrorCode.Conflict, $"The newest version of {write.Key.Type} is not the one before {write.Version}.");
    }

    private static long IsDeleted(ResourceWrite write) => write.Change == ResourceChange.Delete ? 1 : 0;
}
