using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>
/// Reads a JSON Web Key Set (RFC 7517). Keys that are not for checking signatures, of unknown kinds, too weak, too costly, or given with their
/// private part are left out; a set that is not one, or too large, is refused as a whole.
/// </summary>
internal static class KeySetReader
{
    /// <summary>Largest set in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxKeys = 20;
    private const int MinRsaBits = 2_048;
    private const int MaxRsaBits = 8_192;
    private const int MaxExponentBytes = 4;

    // Members that belong to private or symmetric keys (RFC 7518 §6).
    private static readonly string[] SecretMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The keys; null when this is no key set.</summary>
    public static KeySet? Read(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        return document is null ? null : Read(document.RootElement);
    }

    /// <summary>What keeps a configured set from being used; null when nothing does.</summary>
    public static string? Complain(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        if (document is null) return $"is not a JSON Web Key Set of at most {MaxKeys} keys and {MaxBytes} bytes.";
        if (Keys(document.RootElement).Any(IsSecret)) return "holds a private or symmetric key: give public keys only.";
        return Read(document.RootElement).IsUsable ? null : $"holds no key for checking signatures: RSA of {MinRsaBits} bits at least, or EC, with a kid of its own.";
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes) return null;
        try
        {
            var document = JsonDocument.Parse(json, Strict);
            if (IsKeySet(document.RootElement)) return document;
            document.Dispose();
            return null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsKeySet(JsonElement root)
        => root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("keys"u8, out var keys)
            && keys.ValueKind == JsonValueKind.Array
            && keys.GetArrayLength() <= MaxKeys
            && keys.EnumerateArray().All(key => key.ValueKind == JsonValueKind.Object);

    private static JsonElement.ArrayEnumerator Keys(JsonElement root) => root.GetProperty("keys"u8).EnumerateArray();

    private static KeySet Read(JsonElement root) => new(Keys(root)
        .Select(key => (Id: Text(key, "kid"), Key: key))
        .Where(key => !string.IsNullOrEmpty(key.Id))
        .GroupBy(key => key.Id!, key => key.Key, StringComparer.Ordinal)
        .Select(group => KeyValuePair.Create(group.Key, group.Skip(1).Any() ? null : ReadKey(group.First()))));

    private static VerificationKey? ReadKey(JsonElement key)
    {
        if (IsSecret(key) || !IsForSignatures(key)) return null;
        return Text(key, "kty") switch
        {
            "RSA" => Rsa(key),
            "EC" => EllipticCurve(key),
            _ => null,
        };
    }

    private static bool IsSecret(JsonElement key) => SecretMembers.Any(member => key.TryGetProperty(member, out _));

    private static bool IsForSignatures(JsonElement key)
        => (!key.TryGetProperty("use"u8, out var use) || (use.ValueKind == JsonValueKind.String && use.ValueEquals("sig"u8)))
            && (!key.TryGetProperty("key_ops"u8, out var operations)
                || (operations.ValueKind == JsonValueKind.Array
                    && operations.EnumerateArray().Any(operation => operation.ValueKind == JsonValueKind.String && operation.ValueEquals("verify"u8))));

    private static VerificationKey? Rsa(JsonElement key)
    {
        if (Number(key, "n") is not { } modulus || Number(key, "e") is not { } exponent) return null;
        modulus = modulus.AsSpan().TrimStart((byte)0).ToArray();
        exponent = exponent.AsSpan().TrimStart((byte)0).ToArray();
        if (modulus.Length == 0 || exponent.Length is 0 or > MaxExponentBytes || exponent is [1]) return null;
        var bits = (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]);
        if (bits is < MinRsaBits or > MaxRsaBits || byte.IsEvenInteger(modulus[^1]) || byte.IsEvenInteger(exponent[^1])) return null;
        return new(new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }), null, Text(key, "alg"), modulus.Length);
    }

    private static VerificationKey? EllipticCurve(JsonElement key)
    {
        var name = Text(key, "crv");
        if (EllipticCurves.Find(name) is not var (curve, bytes)) return null;
        if (Number(key, "x") is not { } x || Number(key, "y") is not { } y || x.Length != bytes || y.Length != bytes) return null;
        try
        {
            // Refuses a point that is not on the curve.
            return new(new ECDsaSecurityKey(ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = x, Y = y } })), name, Text(key, "alg"), 2 * bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Number(JsonElement key, string member) => Text(key, member) is { } text ? Base64Text.Decode(Encoding.UTF8.GetBytes(text)) : null;

    private static string? Text(JsonElement key, string member)
    {
        if (!key.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no text.
            return null;
        }
    }
}
