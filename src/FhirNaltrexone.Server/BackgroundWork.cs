using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server;

/// <summary>Work beside the requests: whatever goes wrong with it, the process that gives the warnings goes on.</summary>
internal static class BackgroundWork
{
    /// <summary>Waits until the service answers: work that no request needs must not delay the first.</summary>
    /// <param name="lifetime">Tells when the service answers.</param>
    /// <param name="stopping">The process stops.</param>
    public static async Task AfterStartAsync(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping).ConfigureAwait(false);
    }

    /// <summary>Does it again and again, until the process stops.</summary>
    /// <param name="period">Time from one to the next.</param>
    /// <param name="isDueNow">Whether it is done at once, too.</param>
    /// <param name="clock">Measures the time.</param>
    /// <param name="work">The work.</param>
    /// <param name="failed">Told what went wrong, as of <see cref="TryAsync"/>.</param>
    /// <param name="stopping">The process stops; even then nothing is thrown.</param>
    public static async Task EveryAsync(
        TimeSpan period, bool isDueNow, TimeProvider clock, Func<CancellationToken, Task> work, Action<string> failed, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            for (var isDue = isDueNow; ; isDue = await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false))
            {
                if (isDue) await TryAsync(work, failed, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    /// <summary>Does it once.</summary>
    /// <param name="work">The work.</param>
    /// <param name="failed">Told what went wrong, free of health information: the code of a failure of the database or of ours, else the exception without its message.</param>
    /// <param name="stopping">The process stops; only then is anything thrown.</param>
    public static async Task TryAsync(Func<CancellationToken, Task> work, Action<string> failed, CancellationToken stopping)
    {
        try
        {
            await work(stopping).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            failed(error.Code.ToString());
        }
        catch (ServerException error)
        {
            failed(error.Code.ToString());
        }
#pragma warning disable CA1031 // See the type.
        catch (Exception error) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failed($"{error.GetType().FullName}\n{error.StackTrace}");
        }
    }
}
