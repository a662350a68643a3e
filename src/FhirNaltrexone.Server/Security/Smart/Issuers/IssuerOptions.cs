namespace FhirNaltrexone.Server.Security.Smart.Issuers;

/// <summary>An authorization server whose access tokens are believed.</summary>
internal sealed class IssuerOptions
{
    /// <summary>The issuer (<c>iss</c>) of its tokens.</summary>
    public string Issuer { get; set; } = string.Empty;

    /// <summary>What its tokens must name in <c>aud</c>: this service as that server knows it, most often the FHIR base.</summary>
    public string Audience { get; set; } = string.Empty;

    /// <summary>Address of its public keys. http is accepted in Development only.</summary>
    public string JwksUri { get; set; } = string.Empty;

    /// <summary>Signature algorithms of its tokens; RS256, ES256, RS384 and ES384 unless set. None and symmetric ones are never accepted.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>How far its clock may be off, in seconds.</summary>
    public int SkewSeconds { get; set; } = 30;

    /// <summary>The claim with the scopes: a text with spaces, or a list.</summary>
    public string ScopeClaim { get; set; } = "scope";

    /// <summary>The claim with the id of the patient in context.</summary>
    public string PatientClaim { get; set; } = "patient";

    /// <summary>The claim with the user as reference.</summary>
    public string UserClaim { get; set; } = "fhirUser";

    /// <summary>The claim with the id of the client.</summary>
    public string ClientClaim { get; set; } = "client_id";

    /// <summary>Purpose of use of all its apps, a code of v3-ActReason; none unless set, and then consents that ask for a purpose do not permit.</summary>
    public string? Purpose { get; set; }

    /// <summary>Whether consents that its apps store may permit; else they only deny.</summary>
    public bool RecordsConsents { get; set; }

    /// <summary>Whether the host of <see cref="JwksUri"/> may have a private, loopback or link-local address.</summary>
    public bool AllowPrivateNetwork { get; set; }
}
