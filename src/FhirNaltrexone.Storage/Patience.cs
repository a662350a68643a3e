namespace FhirNaltrexone.Storage;

/// <summary>How long somebody waits for the database: where that is silent its driver waits for a minute and more.</summary>
public static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Waits no longer than one who prescribes can. What is given up may still take place.</summary>
    /// <param name="work">The work, which goes on.</param>
    /// <param name="cancellationToken">Gives up earlier.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Unavailable"/>: it takes longer than five seconds.</exception>
    public static async Task WaitAsync(Task work, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(Longest, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException error)
        {
            throw new StorageException(StorageErrorCode.Unavailable, "The database does not answer in time.", error);
        }
    }
}
