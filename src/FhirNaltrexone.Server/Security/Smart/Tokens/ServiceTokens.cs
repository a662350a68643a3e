using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>Access tokens of this service for its registered clients (RFC 9068). Their issuer and audience is the FHIR base.</summary>
internal sealed class ServiceTokens(ServiceKey key, ClientRegistry clients, ScopeReader reader, SmartAddresses addresses, TimeProvider clock) : IAccessTokenIssuer
{
    private const int IdBytes = 16;

    /// <summary>How long a token is good (SMART App Launch 2.2, Backend Services: at most five minutes).</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Makes a token.</summary>
    /// <param name="client">Whom it is for.</param>
    /// <param name="scopes">What it grants.</param>
    /// <param name="request">The request for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<string> IssueAsync(Client client, ScopeList scopes, HttpRequest request, CancellationToken cancellationToken)
    {
        var fhir = addresses.Fhir(request);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new
        {
            iss = fhir,
            sub = client.Id,
            aud = fhir,
            client_id = client.Id,
            scope = scopes.Text,
            iat = now,
            exp = now + (long)Lifetime.TotalSeconds,
            jti = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        };
        var (text, signature) = await key.SignAsync(
            id => $"{Encode(new { alg = ServiceKey.Algorithm, typ = "at+jwt", kid = id })}.{Encode(claims)}", cancellationToken).ConfigureAwait(false);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    /// <inheritdoc/>
    public async ValueTask<AccessTokenRules?> FindAsync(string issuer, HttpRequest request, CancellationToken cancellationToken)
    {
        var fhir = addresses.Fhir(request);
        if (issuer != fhir) return null;
        return new()
        {
            Audience = fhir,
            Algorithms = [ServiceKey.Algorithm],
            NeedsType = true,
            Skew = TimeSpan.Zero,
            Keys = await key.PublicAsync(cancellationToken).ConfigureAwait(false),
            Accept = Accept,
        };
    }

    /// <summary>A client that is no longer registered, or for less than before, has lost it at once.</summary>
    private Caller? Accept(SignedToken token)
    {
        if (token.Claim("client_id"u8) is not { } id || clients.Find(id) is not { } client || token.Claim("jti"u8) is not { Length: > 0 } jti) return null;
        return client.Act(jti, null) with { Grants = reader.ReadAll(token.Claim("scope"u8)).Within(reader.ReadAll(client.Scopes)).Grants };
    }

    private static string Encode<T>(T part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(part)));
}
