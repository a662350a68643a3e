using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology.Content;

/// <summary>Reads stored terminology before the first request, and again when another process has changed it.</summary>
internal sealed class TerminologyRefresh(
    IResourceStore store, StoredTerminology terminology, IOptions<TerminologyOptions> options, TimeProvider clock, ILogger<TerminologyRefresh> logger)
    : BackgroundService
{
    private const int PageSize = 200;

    private readonly Dictionary<string, (long Versions, long? Newest)> _seen = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(options.Value.PollMilliseconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LookAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    // A database that is away is no reason to stop: it is looked at again soon.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var access = AccessContext.Enter(Caller.Service);
        try
        {
            await BackgroundWork.TryAsync(LookAtAllAsync, logger.StoreFailed, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task LookAtAllAsync(CancellationToken cancellationToken)
    {
        foreach (var type in StoredTerminology.Types) await LookAsync(type, cancellationToken).ConfigureAwait(false);
    }

    private async Task LookAsync(string type, CancellationToken cancellationToken)
    {
        var generation = terminology.Generation;
        var (seen, resources) = await store.ReadSnapshotAsync((reader, token) => ReadAsync(reader, type, token), cancellationToken).ConfigureAwait(false);
        if (resources is null || terminology.Replace(type, resources, generation)) _seen[type] = seen;
    }

    /// <summary>The number of versions and the newest of them tell whether anything has changed; if so, all current resources.</summary>
    private async ValueTask<((long Versions, long? Newest) Seen, List<ResourceVersion>? Resources)> ReadAsync(
        IResourceReader reader, string type, CancellationToken cancellationToken)
    {
        var query = new HistoryQuery { Type = type, Limit = 1 };
        var versions = await reader.CountHistoryAsync(query, cancellationToken).ConfigureAwait(false);
        var newest = versions == 0 ? [] : await reader.HistoryAsync(query, cancellationToken).ConfigureAwait(false);
        var seen = (versions, newest.Count == 0 ? (long?)null : newest[0].Sequence);
        if (_seen.GetValueOrDefault(type) == seen) return (seen, null);
        return (seen, await AllAsync(reader, type, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<List<ResourceVersion>> AllAsync(IResourceReader reader, string type, CancellationToken cancellationToken)
    {
        var all = new List<ResourceVersion>();
        var bytes = 0L;
        for (var query = new SearchQuery { Types = [type], Count = PageSize }; ;)
        {
            var page = await reader.SearchAsync(query, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Matches);
            bytes += page.Matches.Where(match => !match.IsPublished).Sum(match => (long)match.Json.Length);
            if (page.Next is null || bytes > options.Value.MaxStoredBytes) return all;
            query = query with { After = page.Next };
        }
    }
}
