namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>
/// Turns at the end of the audit chain: of one process one has it, one waits for it in the database, and the others wait here. Should the process freeze,
/// these two hold up the other processes, each until the database ends its session, and not all that were under way.
/// </summary>
internal sealed class ChainTurns : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>Waits for a turn.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Unavailable"/>: none came in time.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!await _turns.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
            throw new StorageException(StorageErrorCode.Unavailable, "The end of the audit chain was not free in time.");
    }

    /// <summary>Gives it back.</summary>
    public void GiveBack() => _turns.Release();

    public void Dispose() => _turns.Dispose();
}
