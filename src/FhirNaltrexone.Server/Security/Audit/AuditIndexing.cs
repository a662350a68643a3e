using System.Text.Json;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Makes records of access searchable after they are stored, many at a time: whoever is answered waits for the record, not for its index. What was left
/// when a process ended is made by the next, or by another replica.
/// </summary>
internal sealed class AuditIndexing : BackgroundService
{
    private const int Batch = 64;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly ResourceStores _stores;
    private readonly Lazy<IndexExtractor> _extractor;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _recorded = new(1, 1);
    private readonly SemaphoreSlim _turn = new(1, 1);

    public AuditIndexing(ResourceStores stores, Lazy<IndexExtractor> extractor, ILogger<AuditIndexing> logger)
    {
        (_stores, _extractor, _logger) = (stores, extractor, logger);
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
                await TryCatchUpAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task TryCatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            _logger.RecordsNotIndexed(error.Code.ToString());
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
        var entries = records.Where(record => !record.IsDeleted).Select(record => (record, Extract(record))).ToList();
        await _stores.Resources.WriteAsync(
            async (unit, token) => Decision.Commit(await unit.ReindexAsync(entries, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        await _stores.Audit.NoteIndexedAsync(links[^1].Position, cancellationToken).ConfigureAwait(false);
        return links.Count;
    }

    private IndexEntries Extract(ResourceVersion record)
    {
        using var document = JsonDocument.Parse(record.Json);
        return _extractor.Value.Extract(record.Key.Type, document.RootElement);
    }
}
