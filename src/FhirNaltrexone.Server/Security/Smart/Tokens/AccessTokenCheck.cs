using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>Checks access tokens (RFC 9068, RFC 8725): what can be told without keys first, the signature after that, and last whom the token lets in.</summary>
internal sealed class AccessTokenCheck(IEnumerable<IAccessTokenIssuer> issuers, TimeProvider clock)
{
    private static readonly string[] AccessTypes = ["at+jwt", "application/at+jwt"];

    /// <summary>Checks a token.</summary>
    /// <param name="text">The token.</param>
    /// <param name="request">The request it came with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whom it lets in, or why nobody.</returns>
    public async ValueTask<(AssertionDefect Defect, Caller? Caller)> CheckAsync(string text, HttpRequest request, CancellationToken cancellationToken)
    {
        if (text.Length > SignedToken.MaxLength) return (AssertionDefect.TooLong, null);
        using var token = SignedToken.TryRead(text);
        if (token is null) return (AssertionDefect.Malformed, null);
        if (token.Header("alg"u8) is not { } name || SignatureAlgorithm.Find(name) is not { } algorithm) return (AssertionDefect.Algorithm, null);
        if (token.HasHeader("crit"u8)) return (AssertionDefect.Critical, null);
        if (token.Header("kid"u8) is not { Length: > 0 } kid) return (AssertionDefect.KeyId, null);
        if (await FindAsync(token, request, cancellationToken).ConfigureAwait(false) is not { } rules) return (AssertionDefect.Issuer, null);
        var defect = Defect(token, rules, name);
        if (defect != AssertionDefect.None) return (defect, null);
        var (isAvailable, key) = await rules.Keys.FindAsync(kid, cancellationToken).ConfigureAwait(false);
        if (!isAvailable) return (AssertionDefect.KeysUnavailable, null);
        if (key is null || !key.Fits(algorithm)) return (AssertionDefect.Key, null);
        if (!key.Verify(algorithm, token.Text, token.SignedLength, token.Signature)) return (AssertionDefect.Signature, null);
        return rules.Accept(token) is { } caller ? (AssertionDefect.None, caller) : (AssertionDefect.Subject, null);
    }

    private async ValueTask<AccessTokenRules?> FindAsync(SignedToken token, HttpRequest request, CancellationToken cancellationToken)
    {
        if (token.Claim("iss"u8) is not { } name) return null;
        foreach (var issuer in issuers)
        {
            if (await issuer.FindAsync(name, request, cancellationToken).ConfigureAwait(false) is { } rules) return rules;
        }

        return null;
    }

    private AssertionDefect Defect(SignedToken token, AccessTokenRules rules, string algorithm)
    {
        if (!rules.Algorithms.Contains(algorithm)) return AssertionDefect.Algorithm;
        if (!IsType(token, rules)) return AssertionDefect.Type;
        if (!token.IsFor(rules.Audience)) return AssertionDefect.Audience;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        var skew = rules.Skew.TotalSeconds;
        if (token.Instant("exp"u8) is not { } expiry || expiry + skew <= now) return AssertionDefect.Expired;
        if (token.HasClaim("nbf"u8) && !(token.Instant("nbf"u8) <= now + skew)) return AssertionDefect.NotBefore;
        return token.HasClaim("iat"u8) && !(token.Instant("iat"u8) <= now + skew) ? AssertionDefect.IssuedAt : AssertionDefect.None;
    }

    /// <summary>An id_token is no access token, whoever signed it: where an issuer says what is what, it is held to it.</summary>
    private static bool IsType(SignedToken token, AccessTokenRules rules)
    {
        if (token.Header("typ"u8) is { } type) return AccessTypes.Contains(type, StringComparer.OrdinalIgnoreCase) || (!rules.NeedsType && type == "JWT");
        return !rules.NeedsType && !token.HasHeader("typ"u8);
    }
}
