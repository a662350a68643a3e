using System.Security.Cryptography;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;
using Polly;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Takes up jobs and works on them. When the process stops it gives them back, and another replica goes on.</summary>
internal sealed class JobRunner(
    IJobStore store,
    IEnumerable<IJobWork> works,
    RegisteredCallers registered,
    JobSignal signal,
    IOptions<JobOptions> options,
    TimeProvider clock,
    ILogger<JobRunner> logger)
    : BackgroundService
{
    private const int OwnerBytes = 8;
    private static readonly TimeSpan FaultDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(5);
    private static readonly Refusal GaveUp = new(StatusCodes.Status500InternalServerError, IssueCodes.Exception, "The work failed several times; the failures have been recorded.");

    private static readonly Refusal Gone = new(
        StatusCodes.Status403Forbidden, IssueCodes.Forbidden, "The client that asked for this is not registered with this service any more.");

    private readonly string _owner = $"{Environment.MachineName}/{RandomNumberGenerator.GetHexString(2 * OwnerBytes, lowercase: true)}";
    private readonly Dictionary<string, IJobWork> _works = works.ToDictionary(work => work.Kind, StringComparer.Ordinal);
    private readonly ResiliencePipeline _retries = JobRetries.Build();

    private TimeSpan Poll => TimeSpan.FromMilliseconds(options.Value.PollMilliseconds);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(
        [
            .. Enumerable.Range(0, options.Value.Concurrency).Select(worker => Task.Run(() => LoopAsync($"{_owner}/{worker}", stoppingToken), CancellationToken.None)),
            Task.Run(() => CleanAsync(stoppingToken), CancellationToken.None),
        ]);

    private async Task LoopAsync(string owner, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await ClaimAsync(owner, stopping).ConfigureAwait(false) is { } job)
                {
                    await RunAsync(job, owner, stopping).ConfigureAwait(false);
                    continue;
                }

                await signal.WaitAsync(Poll, clock, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong, other jobs still wait for this worker.
            catch (Exception error)
#pragma warning restore CA1031
            {
                logger.WorkerFailed(error.GetType().FullName!, error.StackTrace ?? string.Empty);
                await Task.Delay(FaultDelay, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<Job?> ClaimAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            return await store.ClaimAsync(new(owner, now, now + options.Value.Lease), _works.Keys, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            logger.StoreFailed(error.Code.ToString());
            await Task.Delay(Poll, clock, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task RunAsync(Job job, string owner, CancellationToken stopping)
    {
        using var run = new JobRun(job, owner, store, options.Value, clock, _retries, logger.StoreFailed);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(stopping, run.Lost);
        var beat = run.BeatAsync(limits.Token);
        try
        {
            logger.JobTaken(job.Id, job.Kind, job.Attempts);
            var outcome = job.Attempts > options.Value.MaxAttempts
                ? JobOutcome.Failed(GaveUp)
                : await WorkAsync(run, limits.Token).ConfigureAwait(false);
            await run.EndAsync(outcome, limits.Token).ConfigureAwait(false);
            logger.JobEnded(job.Id, job.Kind, outcome.Refusal?.Status ?? StatusCodes.Status200OK);
        }
        catch (OperationCanceledException) when (limits.IsCancellationRequested)
        {
            logger.JobLeft(job.Id, job.Kind);
            if (!run.Lost.IsCancellationRequested) await ReleaseAsync(run, TimeSpan.Zero, isFault: false).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever went wrong with one job, the worker must go on with others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.JobFailed(job.Id, job.Kind, error.GetType().FullName!, error.StackTrace ?? string.Empty);
            await ReleaseAsync(run, FaultDelay * job.Attempts, isFault: true).ConfigureAwait(false);
        }
        finally
        {
            await limits.CancelAsync().ConfigureAwait(false);
            await beat.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<JobOutcome> WorkAsync(JobRun run, CancellationToken cancellationToken)
    {
        if (JobCallers.Of(run.Job, registered) is not { } caller) return JobOutcome.Failed(Gone);
        using var access = AccessContext.Enter(caller);
        return await _works[run.Job.Kind].RunAsync(run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>If even this fails, the lease runs out.</summary>
    private async Task ReleaseAsync(JobRun run, TimeSpan delay, bool isFault)
    {
        try
        {
            await run.ReleaseAsync(delay, isFault, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            logger.StoreFailed(error.Code.ToString());
        }
    }

    private Task CleanAsync(CancellationToken stopping) => BackgroundWork.EveryAsync(
        CleaningInterval, isDueNow: true, clock, token => store.RemoveExpiredAsync(clock.GetUtcNow(), token), logger.CleaningFailed, stopping);
}
