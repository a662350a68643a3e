namespace FhirNaltrexone.Storage.Tokens;

/// <summary>
/// Remembers which tokens were used, for all replicas and over restarts, so that none counts twice. Every method throws
/// <see cref="StorageException"/> when the database fails; then the token must not be accepted.
/// </summary>
public interface IUsedTokens
{
    /// <summary>Uses a token. Of all who try, however many at once and on whichever replica, one succeeds.</summary>
    /// <param name="issuer">Who issued it.</param>
    /// <param name="id">Its id (<c>jti</c>), unique for the issuer.</param>
    /// <param name="expires">From when on it would be refused anyway; until then at least it is remembered.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <returns>Whether it was unused before.</returns>
    Task<bool> TryUseAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellationToken);

    /// <summary>Forgets tokens that have expired.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were forgotten.</returns>
    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
