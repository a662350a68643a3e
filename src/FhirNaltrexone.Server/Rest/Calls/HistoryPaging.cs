using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Tokens that say where a page of history ended. They are signed with the scope and the parameters, so that a link cannot be turned to another history.</summary>
internal sealed class HistoryPaging(IServiceSecrets secrets)
{
    /// <summary>Name of the parameter that carries a token.</summary>
    public const string Parameter = "_page";

    private const string KeyName = "history-paging";
    private const int PositionBytes = 16;
    private const int SignatureBytes = 16;

    /// <summary>The token of a position.</summary>
    /// <param name="scope">Path and parameters of the history.</param>
    /// <param name="position">Where the page ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<string> WriteAsync(string scope, HistoryPosition position, CancellationToken cancellationToken)
    {
        var key = await secrets.GetAsync(KeyName, cancellationToken).ConfigureAwait(false);
        var token = new byte[PositionBytes + SignatureBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, position.LastUpdated.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(8), position.Sequence);
        Sign(key.Span, scope, token.AsSpan(0, PositionBytes)).AsSpan(0, SignatureBytes).CopyTo(token.AsSpan(PositionBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The position of a token; null when it was not made here, or for another history.</summary>
    /// <param name="scope">Path and parameters of the history.</param>
    /// <param name="text">The token.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<HistoryPosition?> ReadAsync(string scope, string text, CancellationToken cancellationToken)
    {
        var token = new byte[PositionBytes + SignatureBytes];
        if (text.Length > 64 || !Base64Url.IsValid(text, out var length) || length != token.Length) return null;
        Base64Url.DecodeFromChars(text, token);
        var key = await secrets.GetAsync(KeyName, cancellationToken).ConfigureAwait(false);
        var expected = Sign(key.Span, scope, token.AsSpan(0, PositionBytes)).AsSpan(0, SignatureBytes);
        if (!CryptographicOperations.FixedTimeEquals(expected, token.AsSpan(PositionBytes))) return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(token);
        return new(new DateTimeOffset(ticks, TimeSpan.Zero), BinaryPrimitives.ReadInt64BigEndian(token.AsSpan(8)));
    }

    private static byte[] Sign(ReadOnlySpan<byte> key, string scope, ReadOnlySpan<byte> position)
        => HMACSHA256.HashData(key, (byte[])[.. position, .. Encoding.UTF8.GetBytes(scope)]);
}
