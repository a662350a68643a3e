namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>Somebody whose access tokens the FHIR interface believes: this service, the demonstration server, servers of the configuration.</summary>
internal interface IAccessTokenIssuer
{
    /// <summary>The rules for tokens of an issuer.</summary>
    /// <param name="issuer">The issuer (<c>iss</c>) that a token names.</param>
    /// <param name="request">The request it came with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when it is another issuer.</returns>
    ValueTask<AccessTokenRules?> FindAsync(string issuer, HttpRequest request, CancellationToken cancellationToken);
}
