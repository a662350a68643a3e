namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Wakes workers of this process when it has taken in a job itself; those of other replicas look from time to time.</summary>
internal sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0);

    /// <summary>There is work.</summary>
    public void Set() => _waiting.Release();

    /// <summary>Waits for work or for the time to look.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signal = _waiting.WaitAsync(limit.Token);
        await Task.WhenAny(signal, Task.Delay(atMost, clock, limit.Token)).ConfigureAwait(false);
        await limit.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => _waiting.Dispose();
}
