using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>
/// Makes and reads the tokens of page links: the whole search and the place where the page starts, compressed and signed (HMAC-SHA256, 128 bits).
/// Nothing is remembered in the server, so links work on every replica with the same key, and never expire. A token is no permission: check the
/// request it stands for like any other. It is not encrypted: it tells what the self link tells, and the sort values of one resource.
/// </summary>
/// <param name="key">Secret, at least 32 bytes; another key makes all links void.</param>
/// <param name="reader">Reads the search of a token.</param>
/// <param name="options">Limits.</param>
public sealed class PagingTokens(ReadOnlyMemory<byte> key, SearchRequestReader reader, SearchOptions options)
{
    private const int SignatureLength = 16;
    private const string Name = "_page";

    /// <summary>Name of the parameter of a link that carries a token; no other parameter is needed beside it.</summary>
    public static string ParameterName => Name;

    /// <summary>The token of the page that starts at a place; null when the search is so long that its token would exceed the limit.</summary>
    /// <param name="request">The search.</param>
    /// <param name="next">The place.</param>
    public string? Write(SearchRequest request, SearchCursor next)
    {
        var payload = Compress(new PagingState(request, next).ToJson());
        var signed = new byte[SignatureLength + payload.Length];
        Sign(payload, signed);
        payload.CopyTo(signed, SignatureLength);
        var token = Base64Url.EncodeToString(signed);
        return token.Length <= options.MaxPagingTokenLength ? token : null;
    }

    /// <summary>The search of a token, at the place where its page starts.</summary>
    /// <param name="token">As a client gives it.</param>
    public Result<SearchRequest> Read(string token)
    {
        if (Verify(token) is not { } payload) return Refuse("The page link was not made by this server, was altered, or is no longer valid: search again.");
        var state = PagingState.FromJson(Decompress(payload));
        var read = reader.Read(state.Type, state.Compartment, state.Parameters, isStrict: true, state.Now);
        if (read.Refusal is not null) return Refuse("The search of this page link is no longer possible here: search again.");
        return read.Value! with { Query = read.Value.Query with { After = state.After } };
    }

    private byte[]? Verify(string token)
    {
        if (token.Length > options.MaxPagingTokenLength || !Base64Url.IsValid(token, out var length) || length <= SignatureLength) return null;
        var signed = Base64Url.DecodeFromChars(token);
        var payload = signed[SignatureLength..];
        Span<byte> signature = stackalloc byte[SignatureLength];
        Sign(payload, signature);
        return CryptographicOperations.FixedTimeEquals(signature, signed.AsSpan(0, SignatureLength)) ? payload : null;
    }

    private void Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Span, payload, whole);
        whole[..SignatureLength].CopyTo(signature);
    }

    private static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest)) brotli.Write(content);
        return target.ToArray();
    }

    // Only what we signed is expanded, so its size needs no guard.
    private static byte[] Decompress(byte[] payload)
    {
        using var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        using var target = new MemoryStream();
        brotli.CopyTo(target);
        return target.ToArray();
    }

    private static Refusal Refuse(string text) => new(400, IssueCodes.Value, text, Name);
}
