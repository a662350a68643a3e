using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Sockets;

/// <summary>Makes and reads tokens for websockets: signed (HMAC-SHA256), so that any replica takes what another gave.</summary>
internal sealed class BindingTokens(IServiceSecrets secrets, IOptions<SubscriptionOptions> options, TimeProvider clock)
{
    private const string KeyName = "subscription-sockets";
    private const int MaxLength = 100_000;

    /// <summary>Makes a token.</summary>
    /// <param name="subscriptions">Ids of Subscriptions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(string Text, DateTimeOffset Expires)> WriteAsync(IReadOnlyList<string> subscriptions, CancellationToken cancellationToken)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds() + options.Value.TokenSeconds);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new BindingToken(subscriptions, expires));
        var key = await secrets.GetAsync(KeyName, cancellationToken).ConfigureAwait(false);
        return (Base64Url.EncodeToString([.. HMACSHA256.HashData(key.Span, payload), .. payload]), expires);
    }

    /// <summary>Reads a token; null when it is not one of ours or has expired.</summary>
    /// <param name="text">As a client gives it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BindingToken?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text, out var length) || length <= HMACSHA256.HashSizeInBytes) return null;
        var signed = Base64Url.DecodeFromChars(text);
        var payload = signed[HMACSHA256.HashSizeInBytes..];
        var key = await secrets.GetAsync(KeyName, cancellationToken).ConfigureAwait(false);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.Span, payload), signed.AsSpan(0, HMACSHA256.HashSizeInBytes))) return null;
        var token = JsonSerializer.Deserialize<BindingToken>(payload)!;
        return token.Expires > clock.GetUtcNow() ? token : null;
    }
}
