using FhirNaltrexone.Storage.Jobs;
using Polly;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>A job in the hands of a worker.</summary>
internal sealed class JobRun(
    Job job, string owner, IJobStore store, JobOptions options, TimeProvider clock, ResiliencePipeline retries, Action<string> beatFailed) : IDisposable
{
    private readonly CancellationTokenSource _lost = new();

    /// <summary>The job as it was taken up.</summary>
    public Job Job => job;

    /// <summary>Cancelled when the job no longer belongs to this worker.</summary>
    public CancellationToken Lost => _lost.Token;

    private JobLease Lease => new(owner, clock.GetUtcNow(), clock.GetUtcNow() + options.Lease);

    /// <summary>Stores a step.</summary>
    /// <exception cref="OperationCanceledException">The job belongs to this worker no more.</exception>
    public Task SaveAsync(JobStep step, CancellationToken cancellationToken)
        => KeepAsync(cancel => store.SaveAsync(job.Id, Lease, step, cancel), cancellationToken);

    /// <summary>Ends the job.</summary>
    public Task EndAsync(JobOutcome outcome, CancellationToken cancellationToken)
    {
        var end = outcome.Refusal is { } refusal
            ? new JobEnd(JobState.Failed, JobFailure.Write(refusal), clock.GetUtcNow() + options.Keep)
            : new JobEnd(JobState.Completed, outcome.Result!, clock.GetUtcNow() + options.Keep);
        return KeepAsync(cancel => store.EndAsync(job.Id, owner, end, cancel), cancellationToken);
    }

    /// <summary>Gives the job back.</summary>
    public Task ReleaseAsync(TimeSpan delay, bool isFault, CancellationToken cancellationToken)
        => store.ReleaseAsync(job.Id, owner, clock.GetUtcNow() + delay, isFault, cancellationToken);

    /// <summary>Says again and again that the worker is alive, until cancelled.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Lease / 3, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            // After a failure the next beat may succeed; if none does, the lease runs out and the work is found to be lost when it is saved.
            var isOurs = true;
            await BackgroundWork.TryAsync(
                async token => isOurs = await store.RenewAsync(job.Id, Lease, token).ConfigureAwait(false), beatFailed, cancellationToken).ConfigureAwait(false);
            if (isOurs) continue;
            await _lost.CancelAsync().ConfigureAwait(false);
            return;
        }
    }

    public void Dispose() => _lost.Dispose();

    private async Task KeepAsync(Func<CancellationToken, Task<bool>> act, CancellationToken cancellationToken)
    {
        if (await retries.ExecuteAsync(async cancel => await act(cancel).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)) return;
        await _lost.CancelAsync().ConfigureAwait(false);
        throw new OperationCanceledException(_lost.Token);
    }
}
