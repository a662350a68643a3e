namespace FhirNaltrexone.Storage.Tokens;

/// <summary>
/// Remembers which tokens were used, for all replicas and over restarts, so that none counts twice. Every method throws
/// <see cref="StorageException"/> when the database fails; then the token must not be accepted.
/// </summary>
public interface IUsedTokens
{
    /// <summary>Uses a token. Of all who try, however many at once and on whichever replica, one succeeds.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <returns>Whether it was unused before.</returns>
    Task<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken);

    /// <summary>Forgets tokens that have expired.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were forgotten.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
