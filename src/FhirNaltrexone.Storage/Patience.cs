namespace FhirNaltrexone.Storage;

/// <summary>How long somebody waits for the database: where that is silent its driver waits for a minute and more.</summary>
public static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // What is told to stop has the rest of the time to do so.
    private static readonly TimeSpan BeforeStopping = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Waits no longer than one who prescribes can. Work that is given up is told to stop, and does so where it has not begun to commit; what the database
    /// is committing, or does not hear of, may still take place.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Gives up earlier.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Unavailable"/>: it takes longer than five seconds.</exception>
    public static async Task WaitAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stopping.CancelAfter(BeforeStopping);
        try
        {
            await work(stopping.Token).WaitAsync(Longest, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StorageException(StorageErrorCode.Unavailable, "The database does not answer in time.", error);
        }
    }
}
