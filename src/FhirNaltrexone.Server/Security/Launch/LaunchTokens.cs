using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Server.Security.Smart;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>Access tokens of the demonstration server, good as long as their session.</summary>
internal sealed class LaunchTokens(LaunchKey key, LaunchSessions sessions, ScopeReader reader, SmartAddresses addresses) : IAccessTokenIssuer
{
    private readonly CachedKeys _keys = CachedKeys.Fixed(new KeySet(
        [KeyValuePair.Create<string, VerificationKey?>(key.Key.KeyId, new VerificationKey(key.Key, null, LaunchKey.Algorithm, LaunchKey.Bits / 8))]));

    /// <inheritdoc/>
    public ValueTask<AccessTokenRules?> FindAsync(string issuer, HttpRequest request, CancellationToken cancellationToken)
    {
        if (issuer != Issuer(request)) return new((AccessTokenRules?)null);
        var fhir = addresses.Fhir(request);
        return new(new AccessTokenRules
        {
            Audience = fhir,
            Algorithms = [LaunchKey.Algorithm],
            NeedsType = true,
            Skew = TimeSpan.Zero,
            Keys = _keys,
            Accept = token => Accept(token, issuer, fhir),
        });
    }

    /// <summary>What OpenIddict calls itself.</summary>
    public static string Issuer(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}/";

    private Caller? Accept(SignedToken token, string issuer, string fhir)
    {
        if (token.Claim("client_id"u8) is not { } client || !sessions.IsAlive(token.Claim("sid"u8))) return null;
        return new()
        {
            Id = client,
            Issuer = issuer,
            Purpose = "TREAT",
            Token = token.Claim("jti"u8),
            User = OwnReference.Read(token.Claim("fhirUser"u8), fhir),
            Patient = token.Claim("patient"u8),
            Grants = reader.ReadAll(token.Claim("scope"u8)).Grants,
        };
    }
}
