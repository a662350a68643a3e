using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>All single changes of a token, each with what must come of it (CDS Hooks 2.0, Trusting CDS clients; RFC 7515, 7518, 7519; RFC 8725).</summary>
internal static class Mutations
{
    private const string Other = "https://other.example.net";

    public static IReadOnlyList<Mutation> All { get; } = [.. Header(), .. KeySets(), .. Embedded(), .. Claims(), .. Times(), .. Ids(), .. Signatures(), .. Texts()];

    private static long Now => MutationBench.Now.ToUnixTimeSeconds();

    private static IEnumerable<Mutation> Header() =>
    [
        Mutation.Of("nothing is changed", null, _ => { }),
        new("alg none, unsigned", "Malformed", (_, draft, _) => With(draft, ("alg", "none")).Unsigned() + "."),
        new("alg none, signed", "Algorithm", (_, draft, key) => With(draft, ("alg", "none")).Sign(key, Algorithm(draft, key))),
        new("alg NONE", "Algorithm", (_, draft, key) => With(draft, ("alg", "NONE")).Sign(key, Algorithm(draft, key))),
        new("HS256 keyed with the public key", "Algorithm", (_, draft, key) => Symmetric(With(draft, ("alg", "HS256")), key, HMACSHA256.HashData)),
        new("HS384 keyed with the public key", "Algorithm", (_, draft, key) => Symmetric(With(draft, ("alg", "HS384")), key, HMACSHA384.HashData)),
        new("alg unknown", "Algorithm", (_, draft, key) => With(draft, ("alg", "XS384")).Sign(key, Algorithm(draft, key))),
        new("alg in lower case", "Algorithm", (_, draft, key) => With(draft, ("alg", "rs384")).Sign(key, Algorithm(draft, key))),
        new("alg missing", "Algorithm", (_, draft, key) => With(draft, ("alg", null)).Sign(key, Algorithm(draft, key))),
        new("alg no text", "Algorithm", (_, draft, key) => With(draft, ("alg", 384)).Sign(key, Algorithm(draft, key))),
        new("alg not for this client", "Algorithm", (bench, draft, _) => With(draft, ("alg", "ES256")).Sign(bench.P256, "ES256")),
        new("alg of the other kind of key", "Key", (_, draft, key) => With(draft, ("alg", (string?)draft.Header["alg"] == "RS384" ? "ES384" : "RS384")).Sign(key, Algorithm(draft, key))),
        Mutation.Of("typ missing", "Type", draft => draft.Header.Remove("typ")),
        Mutation.Of("typ of an access token", "Type", draft => draft.Header["typ"] = "at+jwt"),
        Mutation.Of("typ no text", "Type", draft => draft.Header["typ"] = true),
        Mutation.Of("kid missing", "KeyId", draft => draft.Header.Remove("kid")),
        Mutation.Of("kid empty", "KeyId", draft => draft.Header["kid"] = ""),
        Mutation.Of("kid unknown", "Key", draft => draft.Header["kid"] = "unknown"),
        Mutation.Of("kid in another case", "Key", draft => draft.Header["kid"] = ((string)draft.Header["kid"]!).ToUpperInvariant()),
        Mutation.Of("kid twice in the set", "Key", draft => draft.Header["kid"] = "twice"),
        Mutation.Of("kid of two keys of two kinds", "Key", draft => draft.Header["kid"] = "two-kinds"),
        Mutation.Of("kid of a key for encryption", "Key", draft => draft.Header["kid"] = "encryption"),
        Mutation.Of("kid of a key for another algorithm", "Key", draft => draft.Header["kid"] = "rs512-only"),
        Mutation.Of("kid of a key whose private part is published", "Key", draft => draft.Header["kid"] = "with-private-part"),
        new("RSA of 1024 bits", "Key", (bench, draft, _) => With(draft, ("kid", bench.Weak.Id), ("alg", "RS384")).Sign(bench.Weak)),
        Mutation.Of("crit unknown", "Critical", draft => (draft.Header["crit"], draft.Header["b64"]) = (new JsonArray("b64"), false)),
        Mutation.Of("crit empty", "Critical", draft => draft.Header["crit"] = new JsonArray()),
        Mutation.Of("header with more members", null, draft => draft.Header["cty"] = "JWT"),
    ];

    private static IEnumerable<Mutation> KeySets() =>
    [
        Mutation.Of("jku as registered", null, (bench, draft) => draft.Header["jku"] = bench.Keys.Address),
        Mutation.Of("jku not registered", "KeySetAddress", (bench, draft) => draft.Header["jku"] = $"http://127.0.0.1:{bench.Trap.Port}/jwks"),
        new("jku not registered, signed with its key", "KeySetAddress", (bench, draft, key) => With(draft, ("jku", $"http://127.0.0.1:{bench.Trap.Port}/jwks")).Sign(Foreign(bench, key))),
        Mutation.Of("jku with the other scheme", "KeySetAddress", (bench, draft) => draft.Header["jku"] = bench.Keys.Address.Replace("http:", "https:", StringComparison.Ordinal)),
        Mutation.Of("jku with user information", "KeySetAddress", (bench, draft) => draft.Header["jku"] = bench.Keys.Address.Replace("http://", "http://user@", StringComparison.Ordinal)),
        Mutation.Of("jku in another spelling", "KeySetAddress", (bench, draft) => draft.Header["jku"] = bench.Keys.Address.Replace("/jwks", "/./jwks", StringComparison.Ordinal)),
        Mutation.Of("jku with a fragment", "KeySetAddress", (bench, draft) => draft.Header["jku"] = bench.Keys.Address + "#x"),
        Mutation.Of("jku that begins as the registered one", "KeySetAddress", (bench, draft) => draft.Header["jku"] = bench.Keys.Address + ".example.net"),
        Mutation.Of("jku empty", "KeySetAddress", draft => draft.Header["jku"] = ""),
        Mutation.Of("jku no text", "KeySetAddress", draft => draft.Header["jku"] = new JsonArray("x")),
        Mutation.Of("jku of a client with keys in the configuration", "KeySetAddress", (bench, draft) => (draft.Claims["iss"], draft.Header["jku"]) = ("inline", bench.Keys.Address)),
        Mutation.Of("the key set is 10 MB", "KeysUnavailable", draft => draft.Claims["iss"] = "large"),
        Mutation.Of("the key set is slow", "KeysUnavailable", draft => draft.Claims["iss"] = "slow"),
        Mutation.Of("the key set is elsewhere", "KeysUnavailable", draft => draft.Claims["iss"] = "redirecting"),
        Mutation.Of("the key set is in a private network", "KeysUnavailable", draft => draft.Claims["iss"] = "private"),
    ];

    private static IEnumerable<Mutation> Embedded() =>
    [
        new("jwk embedded and used", "Key", (bench, draft, key) => With(draft, ("kid", "foreign"), ("jwk", Foreign(bench, key).Public())).Sign(Foreign(bench, key))),
        new("jwk embedded under the registered kid", "Signature", (bench, draft, key) => With(draft, ("jwk", Foreign(bench, key).Public())).Sign(Foreign(bench, key))),
        new("x5c embedded and used", "Signature", (bench, draft, key) => With(draft, ("x5c", new JsonArray("MIIB"))).Sign(Foreign(bench, key))),
        new("x5u named and used", "Signature", (bench, draft, key) => With(draft, ("x5u", $"http://127.0.0.1:{bench.Trap.Port}/cert")).Sign(Foreign(bench, key))),
        Mutation.Of("jwk embedded and not used", null, (bench, draft) => draft.Header["jwk"] = bench.Foreign.Public()),
        Mutation.Of("x5u named and not used", null, (bench, draft) => draft.Header["x5u"] = $"http://127.0.0.1:{bench.Trap.Port}/cert"),
    ];

    private static IEnumerable<Mutation> Claims() =>
    [
        Mutation.Of("iss missing", "Issuer", draft => draft.Claims.Remove("iss")),
        Mutation.Of("iss unknown", "Issuer", draft => draft.Claims["iss"] = Other),
        Mutation.Of("iss with a slash", "Issuer", draft => draft.Claims["iss"] = CdsClient.Issuer + "/"),
        Mutation.Of("iss no text", "Issuer", draft => draft.Claims["iss"] = new JsonArray(CdsClient.Issuer)),
        Mutation.Of("aud missing", "Audience", draft => draft.Claims.Remove("aud")),
        Mutation.Of("aud the base", "Audience", draft => draft.Claims["aud"] = CdsClient.Base),
        Mutation.Of("aud the root", "Audience", draft => draft.Claims["aud"] = "https://cds.example.org"),
        Mutation.Of("aud another service", "Audience", draft => draft.Claims["aud"] = CdsClient.Base + "/another-service"),
        Mutation.Of("aud the feedback of the service", "Audience", draft => draft.Claims["aud"] = CdsClient.Call + "/feedback"),
        Mutation.Of("aud with a slash", "Audience", draft => draft.Claims["aud"] = CdsClient.Call + "/"),
        Mutation.Of("aud in another case", "Audience", draft => draft.Claims["aud"] = CdsClient.Call.ToUpperInvariant()),
        Mutation.Of("aud the address of the Host header", "Audience", draft => draft.Claims["aud"] = "http://localhost" + CdsClient.CallPath),
        Mutation.Of("aud an empty list", "Audience", draft => draft.Claims["aud"] = new JsonArray()),
        Mutation.Of("aud a list without ours", "Audience", draft => draft.Claims["aud"] = new JsonArray(Other, CdsClient.Base)),
        Mutation.Of("aud a list with ours", null, draft => draft.Claims["aud"] = new JsonArray(Other, CdsClient.Call)),
        Mutation.Of("aud a list with ours and what is no text", "Audience", draft => draft.Claims["aud"] = new JsonArray(CdsClient.Call, 1)),
        Mutation.Of("aud in a list in a list", "Audience", draft => draft.Claims["aud"] = new JsonArray(new JsonArray(CdsClient.Call))),
        Mutation.Of("aud the other name of the service", null, draft => draft.Claims["aud"] = $"https://other.example.org{CdsClient.CallPath}"),
        Mutation.Of("tenant missing", "Tenant", draft => draft.Claims.Remove("tenant")),
        Mutation.Of("tenant unknown", "Tenant", draft => draft.Claims["tenant"] = "clinic-3"),
        Mutation.Of("tenant no text", "Tenant", draft => draft.Claims["tenant"] = new JsonArray(MutationBench.Tenant)),
        Mutation.Of("tenant another one of the client", null, draft => draft.Claims["tenant"] = "clinic-2"),
        Mutation.Of("client not registered for the service", "Service", draft => draft.Claims["iss"] = "elsewhere"),
        Mutation.Of("client with other algorithms", "Algorithm", draft => draft.Claims["iss"] = "es256"),
        Mutation.Of("more claims", null, draft => (draft.Claims["sub"], draft.Claims["x"]) = ("someone", new JsonObject())),
    ];

    private static IEnumerable<Mutation> Times() =>
    [
        Mutation.Of("exp missing", "Expired", draft => draft.Claims.Remove("exp")),
        Mutation.Of("exp no number", "Expired", draft => draft.Claims["exp"] = $"{Now + 300}"),
        Mutation.Of("exp beyond every calendar", "Expired", draft => draft.Claims["exp"] = JsonNode.Parse("1e400")),
        Mutation.Of("exp negative", "Expired", draft => draft.Claims["exp"] = -1),
        Mutation.Of("exp over for as long as clocks may be off", "Expired", draft => (draft.Claims["iat"], draft.Claims["exp"]) = (Now - 300, Now - 60)),
        Mutation.Of("exp over by a second less", null, draft => (draft.Claims["iat"], draft.Claims["exp"]) = (Now - 300, Now - 59)),
        Mutation.Of("exp with a fraction", null, draft => draft.Claims["exp"] = Now + 60.5),
        Mutation.Of("iat missing", "IssuedAt", draft => draft.Claims.Remove("iat")),
        Mutation.Of("iat no number", "IssuedAt", draft => draft.Claims["iat"] = "now"),
        Mutation.Of("iat ahead by as much as clocks may be off", null, draft => draft.Claims["iat"] = Now + 60),
        Mutation.Of("iat ahead by a second more", "IssuedAt", draft => draft.Claims["iat"] = Now + 61),
        Mutation.Of("iat after exp", "Lifetime", draft => (draft.Claims["iat"], draft.Claims["exp"]) = (Now, Now - 1)),
        Mutation.Of("nbf ahead by as much as clocks may be off", null, draft => draft.Claims["nbf"] = Now + 60),
        Mutation.Of("nbf ahead by a second more", "NotBefore", draft => draft.Claims["nbf"] = Now + 61),
        Mutation.Of("nbf no number", "NotBefore", draft => draft.Claims["nbf"] = "now"),
        Mutation.Of("good for an hour", null, draft => draft.Claims["exp"] = Now + 3_600),
        Mutation.Of("good for a second more", "Lifetime", draft => draft.Claims["exp"] = Now + 3_601),
        Mutation.Of("good for an hour, issued before", "Lifetime", draft => (draft.Claims["iat"], draft.Claims["exp"]) = (Now - 10, Now + 3_591)),
        Mutation.Of("good for a year", "Lifetime", draft => draft.Claims["exp"] = Now + 31_536_000),
    ];

    private static IEnumerable<Mutation> Ids() =>
    [
        Mutation.Of("jti missing", "TokenId", draft => draft.Claims.Remove("jti")),
        Mutation.Of("jti empty", "TokenId", draft => draft.Claims["jti"] = ""),
        Mutation.Of("jti no text", "TokenId", draft => draft.Claims["jti"] = 7),
        Mutation.Of("jti as long as may be", null, draft => draft.Claims["jti"] = ((string)draft.Claims["jti"]!).PadRight(256, 'x')),
        Mutation.Of("jti longer", "TokenId", draft => draft.Claims["jti"] = new string('x', 257)),
        Mutation.Of("jti with a zero character", "TokenId", draft => draft.Claims["jti"] = "a\0b"),
        new("jti with half a character", "TokenId", (_, draft, key) => Raw(draft, key, json => json.Replace((string)draft.Claims["jti"]!, "\\ud800", StringComparison.Ordinal))),
    ];

    private static IEnumerable<Mutation> Signatures() =>
    [
        new("signed with another key", "Signature", (bench, draft, key) => draft.Sign(Foreign(bench, key))),
        Mutation.OfText("signature missing", "Malformed", token => token[..(token.LastIndexOf('.') + 1)]),
        Mutation.OfText("signature cut short", "Signature", token => Resign(token, signature => signature[..^1])),
        Mutation.OfText("signature of one byte", "Signature", token => token[..(token.LastIndexOf('.') + 1)] + "AA"),
        Mutation.OfText("signature too long", "Signature", token => Resign(token, signature => [.. signature, 0])),
        Mutation.OfText("signature all zero", "Signature", token => Resign(token, signature => new byte[signature.Length])),
        Mutation.OfText("signature all ones", "Signature", token => Resign(token, signature => [.. signature.Select(_ => byte.MaxValue)])),
        new("signature of the claims only", "Signature", (_, draft, key) => $"{draft.Unsigned()}.{TokenDraft.Sign(key, draft.Unsigned().Split('.')[1], Algorithm(draft, key)).Split('.')[1]}"),
        .. Enumerable.Range(0, 64).Select(n => Mutation.OfText($"signature with bit {n} of 64 changed", "Signature", token => Resign(token, signature => Flip(signature, n)))),
    ];

    private static IEnumerable<Mutation> Texts() =>
    [
        Mutation.Of("longer than may be", "TooLong", draft => draft.Claims["x"] = new string('x', 8 * 1024)),
        new("three parts and a fourth", "Malformed", (_, draft, key) => draft.Sign(key) + ".AAAA"),
        new("five parts, as an encrypted one", "Malformed", (_, draft, key) => draft.Sign(key) + ".AAAA.AAAA"),
        new("two parts", "Malformed", (_, draft, _) => draft.Unsigned()),
        new("one part", "Malformed", (_, draft, _) => draft.Unsigned().Split('.')[0]),
        new("plain base64", "Malformed", (_, draft, key) => PlainBase64(draft, key)),
        Mutation.OfText("padding", "Malformed", token => token + "=="),
        Mutation.OfText("white space inside", "Malformed", token => token.Insert(token.IndexOf('.', StringComparison.Ordinal) + 5, " ")),
        Mutation.OfText("last spare bits set", "Malformed", SpareBits),
        new("header no JSON", "Malformed", (_, draft, key) => TokenDraft.Sign(key, $"{TokenDraft.Encode("{\"alg\"")}.{TokenDraft.Encode(draft.Claims.ToJsonString())}", Algorithm(draft, key))),
        new("header a list", "Malformed", (_, draft, key) => TokenDraft.Sign(key, $"{TokenDraft.Encode("[]")}.{TokenDraft.Encode(draft.Claims.ToJsonString())}", Algorithm(draft, key))),
        new("claims empty", "Malformed", (_, draft, key) => TokenDraft.Sign(key, $"{TokenDraft.Encode(draft.Header.ToJsonString())}.", Algorithm(draft, key))),
        new("claims a text", "Malformed", (_, draft, key) => Raw(draft, key, _ => "\"claims\"")),
        new("a claim twice", "Malformed", (_, draft, key) => Raw(draft, key, json => json.Insert(1, "\"iss\":\"https://ehr.example.org\","))),
        new("a claim twice in another spelling", "Malformed", (_, draft, key) => Raw(draft, key, json => json.Insert(1, "\"\\u0069ss\":\"x\","))),
        new("claims nested deeply", "Malformed", (_, draft, key) => Raw(draft, key, json => json.Insert(1, $"\"x\":{new string('[', 200)}{new string(']', 200)},"))),
        new("claims with a comment", "Malformed", (_, draft, key) => Raw(draft, key, json => json + "//")),
    ];

    private static TokenDraft With(TokenDraft draft, params (string Name, JsonNode? Value)[] header)
    {
        foreach (var (name, value) in header)
        {
            if (value is null) draft.Header.Remove(name);
            else draft.Header[name] = value;
        }

        return draft;
    }

    /// <summary>The algorithm the key signs with, whatever the header says by now.</summary>
    private static string Algorithm(TokenDraft _, TestKey key) => (string?)key.Public()["kty"] == "RSA" ? "RS384" : "ES384";

    private static TestKey Foreign(MutationBench bench, TestKey key) => (string?)key.Public()["kty"] == "RSA" ? bench.Foreign : bench.ForeignP384;

    private static string Symmetric(TokenDraft draft, TestKey key, Func<byte[], byte[], byte[]> sign)
        => $"{draft.Unsigned()}.{Base64Url.EncodeToString(sign(key.Pem(), Encoding.ASCII.GetBytes(draft.Unsigned())))}";

    private static string Raw(TokenDraft draft, TestKey key, Func<string, string> change)
        => TokenDraft.Sign(key, $"{TokenDraft.Encode(draft.Header.ToJsonString())}.{TokenDraft.Encode(change(draft.Claims.ToJsonString()))}", Algorithm(draft, key));

    private static string Resign(string token, Func<byte[], byte[]> change)
    {
        var at = token.LastIndexOf('.') + 1;
        return token[..at] + Base64Url.EncodeToString(change(Base64Url.DecodeFromChars(token.AsSpan(at))));
    }

    /// <summary>Spread over the whole signature.</summary>
    private static byte[] Flip(byte[] signature, int n)
    {
        var bit = n * ((signature.Length * 8) - 1) / 63;
        signature[bit / 8] ^= (byte)(1 << (bit % 8));
        return signature;
    }

    /// <summary>A text of the same bytes: the claims are padded so that their last character has bits to spare.</summary>
    private static string SpareBits(string token)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var parts = token.Split('.');
        var part = Array.FindIndex(parts, text => text.Length % 4 != 0);
        Assert.True(part >= 0, "no part of this token has bits to spare");
        parts[part] = parts[part][..^1] + Alphabet[Alphabet.IndexOf(parts[part][^1], StringComparison.Ordinal) + 1];
        return string.Join('.', parts);
    }

    /// <summary>As the reference implementation of CRD sends it: characters that base64url does not have.</summary>
    private static string PlainBase64(TokenDraft draft, TestKey key)
    {
        draft.Claims["x"] = "???>>>";
        var header = Convert.ToBase64String(Encoding.UTF8.GetBytes(draft.Header.ToJsonString()));
        var claims = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"x\":\"\u00ff\u00ff\u00ff???>>>\"," + draft.Claims.ToJsonString()[1..]));
        var unsigned = $"{header}.{claims}";
        return $"{unsigned}.{Convert.ToBase64String(key.Sign(Algorithm(draft, key), Encoding.ASCII.GetBytes(unsigned)))}";
    }
}
