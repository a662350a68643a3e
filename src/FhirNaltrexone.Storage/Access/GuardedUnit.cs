using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// Changes what the caller may change: a change needs the right to the resource as it is and as it will be, for moving it to another patient is two
/// accesses.
/// </summary>
/// <param name="inner">The unit of work.</param>
/// <param name="guard">The guard of the request.</param>
internal sealed class GuardedUnit(IUnitOfWork inner, Guard guard) : GuardedReader(inner, guard), IUnitOfWork
{
    private const GrantedInteractions Any =
        GrantedInteractions.Create | GrantedInteractions.Read | GrantedInteractions.Update | GrantedInteractions.Delete | GrantedInteractions.Search;

    private readonly Dictionary<ResourceKey, ResourceVersion> _locked = [];
    private readonly List<AuditedChange> _changes = [];

    /// <summary>What was locked and not changed.</summary>
    public IEnumerable<ResourceVersion> Unchanged => _locked.Values.Where(version => !_changes.Exists(change => change.Version.Key == version.Key));

    /// <summary>What was patched, as it was before: whoever patches is shown the rest of it.</summary>
    public IEnumerable<ResourceVersion> Patched => _changes.Where(change => change.Version.Change == ResourceChange.Patch).Select(change => change.Before).OfType<ResourceVersion>();

    /// <summary>Whether changes were recorded; they are when the unit is committed.</summary>
    public bool IsRecorded { get; private set; }

    public void Demand(string type, GrantedInteractions interaction) => Guard.Demand(type, interaction);

    public ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        => inner.SerializeAsync(names, cancellationToken);

    public async ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(
        IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<ResourceKey, ResourceVersion>();
        foreach (var (key, version) in await inner.LockAsync(keys, cancellationToken).ConfigureAwait(false))
        {
            if (!Guard.IsVisible(version, Any) || await IsWithheldAsync(version, cancellationToken).ConfigureAwait(false)) continue;
            seen[key] = version;
            _locked[key] = version;
        }

        return seen;
    }

    public async ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes) Check(write);
        var written = await inner.WriteAsync(writes, cancellationToken).ConfigureAwait(false);
        _changes.AddRange(written.Select(version => new AuditedChange(version, _locked.GetValueOrDefault(version.Key))));
        return written;
    }

    /// <summary>Links are made for what this unit has changed, and for nothing else.</summary>
    public ValueTask ChainAsync(IReadOnlyList<ResourceVersion> events, AuditSeal seal, CancellationToken cancellationToken) => throw Guard.Forbidden();

    public ValueTask<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken) => throw Guard.Forbidden();

    public ValueTask<long> ReindexAsync(IReadOnlyList<(ResourceVersion Version, IndexEntries Entries)> resources, CancellationToken cancellationToken)
        => throw Guard.Forbidden();

    public async ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        CheckStored(key, GrantedInteractions.Delete);
        var count = await inner.PurgeHistoryAsync(key, cancellationToken).ConfigureAwait(false);
        if (_locked.TryGetValue(key, out var stored)) _changes.Add(new(stored, stored));
        return count;
    }

    /// <summary>Records what was changed, in the same transaction. The last thing the unit does.</summary>
    /// <param name="record">Makes the records of changes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask RecordAsync(ChangeRecord record, CancellationToken cancellationToken)
    {
        if (_changes.Count == 0) return;
        var events = await inner.WriteAsync(record.Events(_changes), cancellationToken).ConfigureAwait(false);
        await inner.ChainAsync(events, record.Seal, cancellationToken).ConfigureAwait(false);
        IsRecorded = true;
    }

    private void Check(ResourceWrite write)
    {
        switch (write.Change)
        {
            case ResourceChange.Create:
                CheckNew(write, GrantedInteractions.Create);
                break;

            // An id that is taken by what the caller must not see has to look like one that is free: neither can be chosen.
            case ResourceChange.CreateAs:
                if (!Guard.Demand(write.Key.Type, GrantedInteractions.Update).IsWhole || !Guard.Context.Caller.ChoosesIds)
                    throw Guard.Forbidden("The ids of new resources are chosen by the server here: create it by POST.");
                break;

            case ResourceChange.Update or ResourceChange.Patch:
                CheckStored(write.Key, GrantedInteractions.Update);
                CheckNew(write, GrantedInteractions.Update);
                break;

            case ResourceChange.Delete:
                CheckStored(write.Key, GrantedInteractions.Delete);
                break;

            default:
                throw Guard.Forbidden();
        }
    }

    private void CheckStored(ResourceKey key, GrantedInteractions letter)
    {
        var permission = Guard.Demand(key.Type, letter);
        if (permission.IsWhole) return;
        if (!_locked.TryGetValue(key, out var stored) || !Guard.IsVisible(stored, letter)) throw Guard.Forbidden();
    }

    private void CheckNew(ResourceWrite write, GrantedInteractions letter)
    {
        if (Guard.Demand(write.Key.Type, letter).Condition is not { } condition) return;
        var version = new ResourceVersion
        {
            Key = write.Key,
            Number = 0,
            Version = write.Version,
            Sequence = 0,
            LastUpdated = write.LastUpdated,
            Change = write.Change,
            Json = write.Json,
        };
        if (!Guard.Holds(condition, version, write.Index)) throw Guard.Forbidden();
    }

    private async ValueTask<bool> IsWithheldAsync(ResourceVersion version, CancellationToken cancellationToken)
        => (await PermittedAsync([version], Newest, cancellationToken).ConfigureAwait(false)).Count == 0;
}
