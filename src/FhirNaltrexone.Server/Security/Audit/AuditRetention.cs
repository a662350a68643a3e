using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>Removes records that were kept long enough, with the accounts of disclosures made of them. Their links stay, so that the chain can still be verified.</summary>
internal sealed class AuditRetention(ResourceStores stores, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditRetention> logger) : BackgroundService
{
    private const int Page = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    // Up to here all is removed: the links that stay are not looked at again and again.
    private long _removed;

    /// <summary>Removes what is old enough now.</summary>
    /// <returns>How many records went.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancellationToken)
    {
        var before = clock.Now() - TimeSpan.FromDays(options.Value.RetentionDays);
        var (removed, after) = (0, _removed);
        while (true)
        {
            var links = await stores.Audit.ListAsync(after, Page, cancellationToken).ConfigureAwait(false);
            var old = links.TakeWhile(link => link.Recorded < before).ToList();
            foreach (var link in old.Where(link => !link.IsExpired))
            {
                await RemoveAsync(link.Id, cancellationToken).ConfigureAwait(false);
                removed++;
            }

            if (old.Count == 0) return removed;
            await stores.Audit.ExpireAsync(old[^1].Position, cancellationToken).ConfigureAwait(false);
            _removed = after = old[^1].Position;
            if (old.Count < Page) return removed;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => BackgroundWork.EveryAsync(Interval, isDueNow: true, clock, RemoveAsync, logger.RecordsNotRemoved, stoppingToken);

    private Task<int> RemoveAsync(string id, CancellationToken cancellationToken) => stores.Resources.WriteAsync(
        async (unit, token) =>
        {
            ResourceKey[] keys = [new("AuditEvent", id), new(DisclosureAccount.Type, id)];
            var stored = (await unit.LockAsync(keys, token).ConfigureAwait(false)).Values.Where(version => version.IsPublished).ToList();
            if (stored.Count == 0) return Decision.Rollback(0);
            await unit.WriteAsync([.. stored.Select(Deletion)], token).ConfigureAwait(false);
            var purged = 0;
            foreach (var version in stored) purged += await unit.PurgeHistoryAsync(version.Key, token).ConfigureAwait(false);
            return Decision.Commit(purged);
        },
        cancellationToken);

    private ResourceWrite Deletion(ResourceVersion stored)
    {
        var now = clock.Now();
        return new()
        {
            Key = stored.Key,
            Version = stored.Version + 1,
            LastUpdated = now > stored.LastUpdated ? now : stored.LastUpdated.AddMilliseconds(1),
            Change = ResourceChange.Delete,
            Json = default,
            Index = IndexEntries.Empty,
        };
    }
}
