using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>Tells of each use of a token in a transaction of its own.</summary>
internal sealed class CountedTokens(IUsedTokens inner, Action count) : IUsedTokens
{
    public Task<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken)
    {
        count();
        return inner.TryUseAsync(token, cancellationToken);
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => inner.RemoveExpiredAsync(now, cancellationToken);
}
