using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>A token before it is signed: header and claims to be changed at will.</summary>
internal sealed class TokenDraft(JsonObject header, JsonObject claims)
{
    private static int _tokens;

    public JsonObject Header { get; } = header;

    public JsonObject Claims { get; } = claims;

    /// <summary>A token of a CDS client that lacks nothing, with an id of its own.</summary>
    public static TokenDraft Valid(string algorithm, string key, string issuer, string audience, DateTimeOffset now) => new(
        new() { ["alg"] = algorithm, ["kid"] = key, ["typ"] = "JWT" },
        new()
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = $"token-{Interlocked.Increment(ref _tokens)}",
        });

    /// <summary>The part that is signed.</summary>
    public string Unsigned() => $"{Encode(Header.ToJsonString())}.{Encode(Claims.ToJsonString())}";

    /// <summary>The token, signed with the algorithm it names or another one.</summary>
    public string Sign(TestKey key, string? algorithm = null) => Sign(key, Unsigned(), algorithm ?? (string)Header["alg"]!);

    public static string Sign(TestKey key, string unsigned, string algorithm)
        => $"{unsigned}.{Base64Url.EncodeToString(key.Sign(algorithm, Encoding.ASCII.GetBytes(unsigned)))}";

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
