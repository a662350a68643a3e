using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Tokens;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>A unit of work in a transaction at READ COMMITTED: every statement sees what was committed before it, and what is locked stands still.</summary>
internal sealed class PostgreSqlUnitOfWork(
    PostgreSqlSession session, CodeSystems systems, PostgreSqlCodeSystems newSystems, ChainTurns turns, TimeSpan searchTimeout)
    : SqlReader(session, systems, searchTimeout), ISqlUnitOfWork
{
    private readonly Dictionary<ResourceKey, long> _numbers = [];
    private readonly List<ResourceVersion> _written = [];
    private bool _isPlannedForValues;

    public IReadOnlyList<ResourceVersion> Written => _written;

    public override async ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (!_isPlannedForValues)
        {
            await RunAsync([new("set local plan_cache_mode = force_custom_plan", [])], cancellationToken).ConfigureAwait(false);
            _isPlannedForValues = true;
        }

        return await base.SearchAsync(query, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0) return;
        long[] locks = [.. names.Select(LockName).Distinct().Order()];
        await RunAsync([Named("names-lock", locks)], cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(
        IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return new Dictionary<ResourceKey, ResourceVersion>();
        var distinct = keys.Distinct().ToArray();
        var take = Named(
            "resources-lock", distinct.Select(key => ResourceTypes.Number(key.Type)).ToArray(), distinct.Select(key => key.Id).ToArray());

        // The read is a statement of its own: it sees what those have committed that the lock waited for.
        var found = await session.QueryAsync(take, ManySql(distinct), VersionRows.Read, cancellationToken).ConfigureAwait(false);
        foreach (var version in found) _numbers[version.Key] = version.Number;
        return found.ToDictionary(version => version.Key);
    }

    public async ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0) return [];
        ResourceKey[] unlocked = [.. writes.Where(write => write.Version > 1 && !_numbers.ContainsKey(write.Key)).Select(write => write.Key)];
        if (unlocked.Length > 0) await LockAsync(unlocked, cancellationToken).ConfigureAwait(false);
        var known = await newSystems.EnsureAsync(
            PostgreSqlIndexWriter.SystemsOf(writes.Select(write => write.Index)), cancellationToken).ConfigureAwait(false);
        var versions = Versions(writes, await NumbersAsync(writes, cancellationToken).ConfigureAwait(false));
        await StoreAsync(writes, versions, new PostgreSqlIndexWriter(known), cancellationToken).ConfigureAwait(false);
        _written.AddRange(versions);
        return versions;
    }

    /// <summary>Whether it has a turn at the chain, which is to be given back when its transaction has ended.</summary>
    public bool HasTurn { get; private set; }

    public async ValueTask ChainAsync(IReadOnlyList<ResourceVersion> events, AuditSeal seal, CancellationToken cancellationToken)
    {
        if (events.Count == 0) return;
        if (!HasTurn)
        {
            await turns.TakeAsync(cancellationToken).ConfigureAwait(false);
            HasTurn = true;
        }

        await AuditChain.AppendAsync(session, events, seal, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken)
        => DbUsedTokens.TryUseAsync(session, token, cancellationToken);

    public async ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        await using var batch = await session.RunAsync([Named("history-purge", ResourceTypes.Number(key.Type), key.Id)], cancellationToken)
            .ConfigureAwait(false);
        return (int)batch.BatchCommands[0].Rows;
    }

    public async ValueTask<long> ReindexAsync(
        IReadOnlyList<(ResourceVersion Version, IndexEntries Entries)> resources, CancellationToken cancellationToken)
    {
        var current = await LockAsync([.. resources.Select(resource => resource.Version.Key)], cancellationToken).ConfigureAwait(false);
        var same = resources.Where(resource => current.GetValueOrDefault(resource.Version.Key)?.Sequence == resource.Version.Sequence)
            .Select(resource => (resource.Version.Number, resource.Entries)).ToArray();
        var known = await newSystems.EnsureAsync(
            PostgreSqlIndexWriter.SystemsOf(same.Select(resource => resource.Entries)), cancellationToken).ConfigureAwait(false);
        await RunAsync(
            [.. PostgreSqlIndexWriter.Delete([.. same.Select(resource => resource.Number)]), .. new PostgreSqlIndexWriter(known).Insert(same)],
            cancellationToken).ConfigureAwait(false);
        return same.Length;
    }

    private async ValueTask<List<long>> NumbersAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
        => await session.QueryAsync(
            Named("numbers-next", writes.Count(write => write.Version == 1), writes.Count), row => row.Int64(0), cancellationToken)
            .ConfigureAwait(false);

    private ResourceVersion[] Versions(IReadOnlyList<ResourceWrite> writes, List<long> numbers)
    {
        var created = writes.Count(write => write.Version == 1);
        var next = 0;
        return
        [
            .. writes.Select((write, index) => new ResourceVersion
            {
                Key = write.Key,
                Number = write.Version == 1 ? numbers[next++] : NumberOf(write),
                Version = write.Version,
                Sequence = numbers[created + index],
                LastUpdated = DateTimeOffset.FromUnixTimeMilliseconds(write.LastUpdated.ToUnixTimeMilliseconds()),
                Change = write.Change,
                Json = write.Change == ResourceChange.Delete ? default : write.Json,
            }),
        ];
    }

    private long NumberOf(ResourceWrite write) => _numbers.TryGetValue(write.Key, out var number) ? number : throw Conflict(write);

    private async ValueTask StoreAsync(
        IReadOnlyList<ResourceWrite> writes, ResourceVersion[] versions, PostgreSqlIndexWriter index, CancellationToken cancellationToken)
    {
        var created = versions.Where(version => version.Version == 1).OrderBy(version => version.Key.Type, StringComparer.Ordinal)
            .ThenBy(version => version.Key.Id, StringComparer.Ordinal).ToArray();
        var updated = versions.Where(version => version.Version > 1).ToArray();
        var indexed = versions.Select((version, place) => (version.Number, version.IsDeleted ? IndexEntries.Empty : writes[place].Index)).ToArray();
        var statements = new List<SqlStatement>();
        if (updated.Length > 0) statements.Add(PostgreSqlVersionWriter.Update(updated));
        if (created.Length > 0) statements.Add(PostgreSqlVersionWriter.Create(created));
        statements.Add(PostgreSqlVersionWriter.Log(versions));
        statements.AddRange(PostgreSqlIndexWriter.Delete([.. updated.Select(version => version.Number)]));
        statements.AddRange(index.Insert(indexed));
        await using var batch = await session.RunAsync(statements, cancellationToken).ConfigureAwait(false);
        if (updated.Length > 0 && batch.BatchCommands[0].Rows != (ulong)updated.Length) throw Conflict(writes.First(write => write.Version > 1));
        foreach (var version in created) _numbers[version.Key] = version.Number;
    }

    private async ValueTask RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        if (statements.Count > 0) await (await session.RunAsync(statements, cancellationToken).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    private static StorageException Conflict(ResourceWrite write)
        => new(StorageErrorCode.Conflict, $"The newest version of {write.Key.Type} is not the one before {write.Version}.");

    private static SqlStatement Named(string name, params object[] values) => new(PostgreSqlDialect.Instance.Texts.Query(name), values);

    private static long LockName(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
