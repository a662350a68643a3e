using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Tokens;

/// <summary>Used tokens by statements that both engines understand: the primary key decides who was first.</summary>
internal sealed class DbUsedTokens(IResourceStore store, IDbConnections connections) : IUsedTokens
{
    /// <summary>Uses a token within a transaction.</summary>
    public static async ValueTask<bool> TryUseAsync(ISqlSession session, OneTimeToken token, CancellationToken cancellationToken)
    {
        var insert = new SqlStatement(session.Dialect.Texts.Query("used-token-insert"), [token.Issuer, token.Id, token.Expires.ToUnixTimeMilliseconds()]);
        return (await session.QueryAsync(insert, _ => true, cancellationToken).ConfigureAwait(false)).Count == 1;
    }

    public Task<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken) => store.WriteAsync(
        async (unit, cancel) => Decision.Commit(await unit.TryUseAsync(token, cancel).ConfigureAwait(false)), cancellationToken);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) => connections.WriteAsync(
        (connection, cancel) => connections.Command(connection, "used-tokens-remove").Instant("now", now).RunAsync(cancel), cancellationToken);
}
