namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Tells the workers of this process that something may be due, so that they need not wait for the time to look.</summary>
internal sealed class SubscriptionSignal
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Something may be due.</summary>
    public void Set() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Ends at the next signal. Ask for it before looking, lest one be missed.</summary>
    public Task Next() => _next.Task;

    /// <summary>Waits for a signal or for the time to look.</summary>
    public static async Task WaitAsync(Task signal, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(atMost, limit.Token)).ConfigureAwait(false);
        await limit.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
