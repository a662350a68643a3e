using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Repeats work until the process stops. Whatever goes wrong once, it goes on.</summary>
internal static class SubscriptionLoop
{
    private static readonly TimeSpan FaultDelay = TimeSpan.FromSeconds(1);

    /// <summary>Repeats.</summary>
    /// <param name="work">Works once; says whether there may be more to do at once.</param>
    /// <param name="pause">Waits for the next time.</param>
    /// <param name="logger">Told of failures.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task RunAsync(
        Func<CancellationToken, Task<bool>> work, Func<CancellationToken, Task> pause, ILogger logger, CancellationToken stopping)
    {
        using var access = AccessContext.Enter(Caller.Service);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!await work(stopping).ConfigureAwait(false)) await pause(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong, others still wait for their notifications.
            catch (Exception error)
#pragma warning restore CA1031
            {
                if (error is StorageException storage) logger.StoreFailed(storage.Code);
                else logger.WorkFailed(error.GetType().FullName!, error.StackTrace ?? string.Empty);
                await Task.Delay(FaultDelay, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
