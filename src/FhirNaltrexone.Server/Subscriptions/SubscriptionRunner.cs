using System.Security.Cryptography;
using FhirNaltrexone.Server.Subscriptions.Delivery;
using FhirNaltrexone.Server.Subscriptions.Events;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Subscriptions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>The work for subscriptions that this process does: reads the log, notifies, forgets what is old. Others do the same; leases part it.</summary>
internal sealed class SubscriptionRunner(
    LogReader log,
    NoticeDelivery delivery,
    ISubscriptionStore store,
    SubscriptionSignal signal,
    IOptions<SubscriptionOptions> options,
    TimeProvider clock,
    ILogger<SubscriptionRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);

    private readonly string _owner = $"notify/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsEnabled) return Task.CompletedTask;
        var reading = SubscriptionLoop.RunAsync(log.ReadAsync, cancel => Task.Delay(options.Value.Poll, cancel), logger, stoppingToken);
        var cleaning = SubscriptionLoop.RunAsync(CleanAsync, cancel => Task.Delay(CleaningInterval, cancel), logger, stoppingToken);
        var notifying = Enumerable.Range(0, options.Value.Concurrency).Select(worker => SubscriptionLoop.RunAsync(
            cancel => NotifyAsync($"{_owner}/{worker}", cancel),
            cancel => SubscriptionSignal.WaitAsync(signal.Next(), options.Value.Poll, cancel),
            logger,
            stoppingToken));
        return EndAsync([reading, cleaning, .. notifying]);
    }

    private async Task EndAsync(IEnumerable<Task> loops)
    {
        await Task.WhenAll(loops).ConfigureAwait(false);
        using var access = AccessContext.Enter(Caller.Service);
        try
        {
            await log.ReleaseAsync().ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            logger.StoreFailed(error.Code);
        }
    }

    private async Task<bool> NotifyAsync(string owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await store.ClaimAsync(new(owner, now, now + options.Value.Lease), cancellationToken).ConfigureAwait(false);
        if (state is null) return false;
        var result = await RunAsync(state, owner, cancellationToken).ConfigureAwait(false);
        await store.ReleaseAsync(state.Id, new(owner, clock.GetUtcNow(), now), result, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    private async Task<SubscriptionRelease> RunAsync(SubscriptionState state, string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.RunAsync(state, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process stops: whoever comes next goes on at once.
            var given = new SubscriptionRelease(state.SettledNumber, state.Failures, clock.GetUtcNow(), state.Sent);
            await store.ReleaseAsync(state.Id, new(owner, clock.GetUtcNow(), clock.GetUtcNow()), given, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> CleanAsync(CancellationToken cancellationToken)
    {
        await delivery.DisownAsync(cancellationToken).ConfigureAwait(false);
        await store.RemoveEventsAsync(clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays), cancellationToken).ConfigureAwait(false);
        return false;
    }
}
