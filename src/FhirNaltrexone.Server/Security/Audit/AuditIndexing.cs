using System.Text.Json;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Makes records of access searchable after they are stored, many at a time: whoever is answered waits for the record, not for its index. What was left
/// when a process ended is made by the next, or by another replica. Where a record tells of a consented disclosure under 42 CFR Part 2, the account of it
/// is stored in the same transaction (<see cref="DisclosureAccount"/>).
/// </summary>
internal sealed class AuditIndexing : BackgroundService
{
    private const int Batch = 64;
    private const string Serial = "accounts of disclosures";

    // Together they cost less, and whoever may be shown them catches up first.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly ResourceStores _stores;
    private readonly Lazy<IndexExtractor> _extractor;
    private readonly string _discloser;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _recorded = new(1, 1);
    private readonly SemaphoreSlim _turn = new(1, 1);

    public AuditIndexing(ResourceStores stores, Lazy<IndexExtractor> extractor, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditIndexing> logger)
    {
        (_stores, _extractor, _discloser, _clock, _logger) = (stores, extractor, options.Value.Discloser, clock, logger);
        stores.Resources.OnCommit(Notice);
    }

    /// <summary>Makes all records searchable that are stored by now.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Unavailable"/> or the like: the database does not do its work.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (await IndexAsync(cancellationToken).ConfigureAwait(false) == Batch)
            {
                // There may be more.
            }
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.Conflict)
        {
            // No change of the client's can have been in the way: it has nothing to read again.
            throw new StorageException(StorageErrorCode.Unavailable, "Records of access cannot be searched for now.", error);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _recorded.Dispose();
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _recorded.WaitAsync(LookAgain, stoppingToken).ConfigureAwait(false);
                await Task.Delay(Gathering, stoppingToken).ConfigureAwait(false);
                await BackgroundWork.TryAsync(CatchUpAsync, _logger.RecordsNotIndexed, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private void Notice(IReadOnlyList<ResourceVersion> written)
    {
        if (_recorded.CurrentCount > 0 || !written.Any(version => version.Key.Type == "AuditEvent")) return;
        try
        {
            _recorded.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else noticed at the same time.
        }
        catch (ObjectDisposedException)
        {
            // The process stops: what is left is made at the next start.
        }
    }

    private async Task<int> IndexAsync(CancellationToken cancellationToken)
    {
        var indexed = await _stores.Audit.IndexedAsync(cancellationToken).ConfigureAwait(false);
        var links = await _stores.Audit.ListAsync(indexed, Batch, cancellationToken).ConfigureAwait(false);
        if (links.Count == 0) return 0;
        var records = await _stores.Resources.ReadManyAsync([.. links.Select(link => new ResourceKey("AuditEvent", link.Id))], cancellationToken).ConfigureAwait(false);
        records = [.. records.Where(record => !record.IsDeleted)];
        var entries = records.Select(record => (record, _extractor.Value.Extract(record))).ToList();
        await _stores.Resources.WriteAsync(
            async (unit, token) =>
            {
                await AccountAsync(unit, records, token).ConfigureAwait(false);
                return Decision.Commit(await unit.ReindexAsync(entries, token).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        await _stores.Audit.NoteIndexedAsync(links[^1].Position, cancellationToken).ConfigureAwait(false);
        return links.Count;
    }

    /// <summary>Stores the accounts that are not there yet. A record of access may be indexed more than once, and by two replicas at a time.</summary>
    private async ValueTask AccountAsync(IUnitOfWork unit, IReadOnlyList<ResourceVersion> records, CancellationToken cancellationToken)
    {
        var telling = records.Where(DisclosureAccount.MayTell).ToList();
        if (telling.Count == 0) return;
        await unit.SerializeAsync([Serial], cancellationToken).ConfigureAwait(false);
        var stored = await unit.LockAsync([.. telling.Select(KeyOf)], cancellationToken).ConfigureAwait(false);
        var writes = telling.Where(record => stored.GetValueOrDefault(KeyOf(record)) is not { IsPublished: true })
            .Select(record => Account(record, stored.GetValueOrDefault(KeyOf(record)))).OfType<ResourceWrite>().ToList();
        if (writes.Count > 0) await unit.WriteAsync(writes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The account of a record, in the place of what a client may have stored under its id.</summary>
    private ResourceWrite? Account(ResourceVersion record, ResourceVersion? before)
    {
        var (now, version) = (_clock.Now(), (before?.Version ?? 0) + 1);
        if (before is not null && now <= before.LastUpdated) now = before.LastUpdated.AddMilliseconds(1);
        using var document = JsonDocument.Parse(record.Json);
        if (DisclosureAccount.Write(document.RootElement, _discloser, now, version) is not { } json) return null;
        return new()
        {
            Key = KeyOf(record),
            Version = version,
            LastUpdated = now,
            Change = ResourceChange.Publish,
            Json = json,
            Index = Extract(json),
        };
    }

    private static ResourceKey KeyOf(ResourceVersion record) => new(DisclosureAccount.Type, record.Key.Id);

    private IndexEntries Extract(ReadOnlyMemory<byte> account)
    {
        using var document = JsonDocument.Parse(account);
        return _extractor.Value.Extract(DisclosureAccount.Type, document.RootElement);
    }
}
