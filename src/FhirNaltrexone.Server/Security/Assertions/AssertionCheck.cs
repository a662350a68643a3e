using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Storage.Tokens;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>
/// Checks JWTs that clients sign themselves: header, issuer, audience, times and tenant before any key work, then the signature. That it was not used
/// before is for the door to see to, last of all, so that nobody without a key can use up the id of a token (CDS Hooks 2.0, Trusting CDS clients;
/// RFC 7523; RFC 8725).
/// </summary>
internal sealed class AssertionCheck(ClientRegistry clients, IUsedTokens used, IOptions<SecurityOptions> options, TimeProvider time)
{
    private const int MaxIdLength = 256;

    private readonly double _skew = options.Value.SkewSeconds;

    /// <summary>Checks an assertion. When it is accepted it is still to be used.</summary>
    /// <param name="text">The JWT.</param>
    /// <param name="demands">What the door asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Assertion> CheckAsync(string text, AssertionDemands demands, CancellationToken cancellationToken)
    {
        if (text.Length > SignedToken.MaxLength) return new(AssertionDefect.TooLong, null);
        using var token = SignedToken.TryRead(text);
        if (token is null) return new(AssertionDefect.Malformed, null);
        if (HeaderDefect(token) is not AssertionDefect.None and var defect) return new(defect, null);
        if (token.Claim("iss"u8) is not { } issuer || clients.FindByIssuer(issuer) is not { } client) return new(AssertionDefect.Issuer, null);

        defect = ClientDefect(token, client);
        if (defect == AssertionDefect.None) defect = ClaimsDefect(token, client, demands);
        if (defect == AssertionDefect.None) defect = await SignatureDefectAsync(token, client, cancellationToken).ConfigureAwait(false);
        if (defect != AssertionDefect.None) return new(defect, client);

        var id = token.Claim("jti"u8)!;
        var expiry = DateTimeOffset.UnixEpoch.AddSeconds(Math.Ceiling(token.Instant("exp"u8)!.Value) + _skew);
        return new(AssertionDefect.None, client, id, token.Claim("tenant"u8), new PendingToken(new(issuer, id, expiry), used));
    }

    private static AssertionDefect HeaderDefect(SignedToken token)
    {
        if (token.Header("typ"u8) != "JWT") return AssertionDefect.Type;
        if (token.Header("alg"u8) is not { } algorithm || SignatureAlgorithm.Find(algorithm) is null) return AssertionDefect.Algorithm;
        if (token.HasHeader("crit"u8)) return AssertionDefect.Critical;
        return string.IsNullOrEmpty(token.Header("kid"u8)) ? AssertionDefect.KeyId : AssertionDefect.None;
    }

    private static AssertionDefect ClientDefect(SignedToken token, Client client)
    {
        if (!client.MaySignWith(token.Header("alg"u8)!)) return AssertionDefect.Algorithm;
        return token.HasHeader("jku"u8) && (client.KeySetAddress is null || token.Header("jku"u8) != client.KeySetAddress)
            ? AssertionDefect.KeySetAddress
            : AssertionDefect.None;
    }

    private AssertionDefect ClaimsDefect(SignedToken token, Client client, AssertionDemands demands)
    {
        if (demands.NeedsSubject && token.Claim("sub"u8) != client.Issuer) return AssertionDefect.Subject;
        if (!IsForOneOf(token, demands.Audiences)) return AssertionDefect.Audience;
        var defect = TimeDefect(token, demands);
        if (defect != AssertionDefect.None) return defect;
        if (demands.NeedsTenant && !IsTenantGood(token, client)) return AssertionDefect.Tenant;
        return IsId(token.Claim("jti"u8)) ? AssertionDefect.None : AssertionDefect.TokenId;
    }

    private AssertionDefect TimeDefect(SignedToken token, AssertionDemands demands)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        var lifetime = demands.Lifetime.TotalSeconds;
        if (token.Instant("exp"u8) is not { } expiry || expiry + _skew <= now) return AssertionDefect.Expired;
        if (expiry > now + _skew + lifetime) return AssertionDefect.Lifetime;
        if (token.HasClaim("nbf"u8) && !(token.Instant("nbf"u8) <= now + _skew)) return AssertionDefect.NotBefore;
        if (!token.HasClaim("iat"u8)) return demands.NeedsIssuedAt ? AssertionDefect.IssuedAt : AssertionDefect.None;
        if (token.Instant("iat"u8) is not { } issued || issued > now + _skew) return AssertionDefect.IssuedAt;
        return expiry - issued > lifetime || expiry <= issued ? AssertionDefect.Lifetime : AssertionDefect.None;
    }

    private static async ValueTask<AssertionDefect> SignatureDefectAsync(SignedToken token, Client client, CancellationToken cancellationToken)
    {
        var (isAvailable, key) = await client.Keys.FindAsync(token.Header("kid"u8)!, cancellationToken).ConfigureAwait(false);
        if (!isAvailable) return AssertionDefect.KeysUnavailable;
        var algorithm = SignatureAlgorithm.Find(token.Header("alg"u8)!)!;
        if (key is null || !key.Fits(algorithm)) return AssertionDefect.Key;
        return key.Verify(algorithm, token.Text, token.SignedLength, token.Signature) ? AssertionDefect.None : AssertionDefect.Signature;
    }

    private static bool IsForOneOf(SignedToken token, IReadOnlyList<string> audiences)
    {
        foreach (var audience in audiences)
        {
            if (token.IsFor(audience)) return true;
        }

        return false;
    }

    private static bool IsTenantGood(SignedToken token, Client client)
    {
        var tenant = token.Claim("tenant"u8);
        return (tenant is not null ? tenant.Length <= MaxIdLength : !token.HasClaim("tenant"u8)) && client.MayNameTenant(tenant);
    }

    /// <summary>Text that every database keeps as it is.</summary>
    private static bool IsId(string? id) => id is { Length: > 0 and <= MaxIdLength } && !id.Any(char.IsControl);
}
