using System.Data.Common;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Storage.Tokens;

/// <summary>Used tokens by statements that both engines understand: the primary key decides who was first.</summary>
internal sealed class DbUsedTokens(IDbConnections connections) : IUsedTokens
{
    public async Task<bool> TryUseAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellationToken)
        => await RunAsync("used-token-insert", command => command.Text("issuer", issuer).Text("id", id).Instant("expires", expires), cancellationToken)
            .ConfigureAwait(false) == 1;

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => RunAsync("used-tokens-remove", command => command.Instant("now", now), cancellationToken);

    private Task<int> RunAsync(string name, Action<DbCommand> bind, CancellationToken cancellationToken) => connections.WriteAsync(
        async (connection, cancel) =>
        {
            var command = connection.CreateCommand();
            await using var disposal = command.ConfigureAwait(false);
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
            command.CommandText = connections.Texts.Query(name);
#pragma warning restore CA2100
            bind(command);
            return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        },
        cancellationToken);
}
