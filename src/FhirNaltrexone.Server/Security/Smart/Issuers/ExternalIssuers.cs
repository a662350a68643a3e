using System.Collections.Frozen;
using System.Text;
using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Smart.Issuers;

/// <summary>Authorization servers of the configuration. Their scopes count as far as they are understood.</summary>
internal sealed class ExternalIssuers : IAccessTokenIssuer
{
    private static readonly string[] DefaultAlgorithms = ["RS256", "ES256", "RS384", "ES384"];

    private readonly FrozenDictionary<string, (IssuerOptions Options, CachedKeys Keys)> _issuers;
    private readonly ScopeReader _reader;
    private readonly SmartAddresses _addresses;

    /// <summary>Takes over validated settings.</summary>
    public ExternalIssuers(IOptions<SecurityOptions> options, KeySetSources sources, ScopeReader reader, SmartAddresses addresses)
    {
        (_reader, _addresses) = (reader, addresses);
        _issuers = options.Value.Issuers.ToFrozenDictionary(
            issuer => issuer.Issuer, issuer => (issuer, sources.Address(issuer.Issuer, new Uri(issuer.JwksUri))), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public ValueTask<AccessTokenRules?> FindAsync(string issuer, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!_issuers.TryGetValue(issuer, out var found)) return new((AccessTokenRules?)null);
        var fhir = _addresses.Fhir(request);
        return new(new AccessTokenRules
        {
            Audience = found.Options.Audience,
            Algorithms = found.Options.Algorithms.Count > 0 ? [.. found.Options.Algorithms] : DefaultAlgorithms,
            NeedsType = false,
            Skew = TimeSpan.FromSeconds(found.Options.SkewSeconds),
            Keys = found.Keys,
            Accept = token => Accept(token, found.Options, fhir),
        });
    }

    private Caller? Accept(SignedToken token, IssuerOptions options, string fhir)
    {
        if (token.Claim(Encoding.UTF8.GetBytes(options.ClientClaim)) is not { Length: > 0 } client) return null;
        return new()
        {
            Id = client,
            Issuer = options.Issuer,
            Purpose = options.Purpose,
            Token = token.Claim("jti"u8),
            User = OwnReference.Read(token.Claim(Encoding.UTF8.GetBytes(options.UserClaim)), fhir),
            Patient = token.Claim(Encoding.UTF8.GetBytes(options.PatientClaim)) is { } patient && ResourceKey.IsId(patient) ? patient : null,
            RecordsConsents = options.RecordsConsents,
            Grants = _reader.ReadAll(string.Join(' ', token.Texts(Encoding.UTF8.GetBytes(options.ScopeClaim)))).Grants,
        };
    }
}
