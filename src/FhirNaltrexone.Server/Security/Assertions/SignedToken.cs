using System.Text;
using System.Text.Json;
using FhirNaltrexone.Server.Security.Keys;

namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>
/// A signed JWT in compact form (RFC 7515 §7.1), taken apart and not yet believed. Strict: the alphabet of base64url only, objects only, no member
/// twice, so that nobody else can read it in another way.
/// </summary>
internal sealed class SignedToken : IDisposable
{
    /// <summary>Longest token in characters.</summary>
    public const int MaxLength = 8 * 1024;

    private const double LastSecond = 253_402_300_799;
    private const byte Dot = (byte)'.';

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly JsonDocument _header;
    private readonly JsonDocument _claims;

    private SignedToken(byte[] text, int signedLength, byte[] signature, JsonDocument header, JsonDocument claims)
        => (Text, SignedLength, Signature, _header, _claims) = (text, signedLength, signature, header, claims);

    /// <summary>The token; what was signed stands at its beginning.</summary>
    public byte[] Text { get; }

    /// <summary>Bytes that were signed.</summary>
    public int SignedLength { get; }

    /// <summary>The signature.</summary>
    public byte[] Signature { get; }

    /// <summary>Reads a token.</summary>
    /// <returns>Null when it is none.</returns>
    public static SignedToken? TryRead(string token)
    {
        // Other characters become question marks, which are not in the alphabet.
        var text = Encoding.ASCII.GetBytes(token);
        var first = text.AsSpan().IndexOf(Dot);
        var last = text.AsSpan().LastIndexOf(Dot);
        if (first == last || text.AsSpan(first + 1, last - first - 1).Contains(Dot)) return null;
        if (Base64Text.Decode(text.AsSpan(last + 1)) is not { Length: > 0 } signature) return null;
        var header = Parse(text.AsSpan(0, first));
        var claims = header is null ? null : Parse(text.AsSpan(first + 1, last - first - 1));
        if (claims is not null) return new(text, last, signature, header!, claims);
        header?.Dispose();
        return null;
    }

    /// <summary>Whether the header has a member.</summary>
    public bool HasHeader(ReadOnlySpan<byte> name) => _header.RootElement.TryGetProperty(name, out _);

    /// <summary>A member of the header; null when it is missing or no text.</summary>
    public string? Header(ReadOnlySpan<byte> name) => AsText(_header.RootElement, name);

    /// <summary>Whether there is a claim.</summary>
    public bool HasClaim(ReadOnlySpan<byte> name) => _claims.RootElement.TryGetProperty(name, out _);

    /// <summary>A claim; null when it is missing or no text.</summary>
    public string? Claim(ReadOnlySpan<byte> name) => AsText(_claims.RootElement, name);

    /// <summary>A claim that is a text with spaces, or a list of texts; empty when it is neither.</summary>
    public IReadOnlyList<string> Texts(ReadOnlySpan<byte> name)
    {
        if (!_claims.RootElement.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return TextOf(value) is { } text ? [text] : [];
        return [.. value.EnumerateArray().Select(TextOf).OfType<string>()];
    }

    /// <summary>An instant (NumericDate of RFC 7519) in seconds since 1970; null when it is missing or none.</summary>
    public double? Instant(ReadOnlySpan<byte> name)
        => _claims.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var seconds)
            && seconds is >= 0 and <= LastSecond ? seconds : null;

    /// <summary>Whether it is meant for an audience: <c>aud</c> is its name, or a list of names with it.</summary>
    public bool IsFor(string audience)
    {
        if (!_claims.RootElement.TryGetProperty("aud"u8, out var value)) return false;
        if (value.ValueKind == JsonValueKind.String) return Is(value, audience);
        if (value.ValueKind != JsonValueKind.Array) return false;
        var isFound = false;
        foreach (var one in value.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String) return false;
            isFound |= Is(one, audience);
        }

        return isFound;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _header.Dispose();
        _claims.Dispose();
    }

    private static bool Is(JsonElement value, string text) => TextOf(value) == text;

    private static JsonDocument? Parse(ReadOnlySpan<byte> part)
    {
        if (Base64Text.Decode(part) is not { } json) return null;
        try
        {
            var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or a name that is no text.
        }

        return null;
    }

    private static string? AsText(JsonElement root, ReadOnlySpan<byte> name) => root.TryGetProperty(name, out var value) ? TextOf(value) : null;

    private static string? TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // No UTF-8, or half of a surrogate pair.
            return null;
        }
    }
}
