namespace FhirNaltrexone.Server.Security.Clients;

/// <summary>One registered client.</summary>
internal sealed class ClientOptions
{
    /// <summary>Id of the client; it stands in logs and audit records.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>Name for people.</summary>
    public string? Name { get; set; }

    /// <summary>Issuer (<c>iss</c>) of the tokens it signs; its id unless set.</summary>
    public string? Issuer { get; set; }

    /// <summary>Its public keys as the text of a JSON Web Key Set.</summary>
    public string? Jwks { get; set; }

    /// <summary>File with its public keys; read again when a token names another key.</summary>
    public string? JwksFile { get; set; }

    /// <summary>Address of its public keys, and the only <c>jku</c> its tokens may name. http is accepted in Development only.</summary>
    public string? JwksUri { get; set; }

    /// <summary>Signature algorithms it may use; RS384 and ES384 unless set. None and symmetric ones are never accepted.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>Tenants it may name; any, or none, unless set.</summary>
    public IList<string> Tenants { get; } = [];

    /// <summary>CDS services it may call, or <c>*</c>; none unless set.</summary>
    public IList<string> Services { get; } = [];

    /// <summary>SMART scopes it may be granted by the token endpoint, space between them.</summary>
    public string? Scopes { get; set; }

    /// <summary>
    /// The organisation it belongs to, in which its records are held: a reference (<c>Organization/ours</c>, or the URL of one) or an identifier
    /// (<c>system|value</c>), spelt alike for all its clients.
    /// </summary>
    public string? Organization { get; set; }

    /// <summary>Whether it belongs to a programme under 42 CFR Part 2: what it writes is labelled.</summary>
    public bool Programme { get; set; }

    /// <summary>Whether consents it stores may permit; those of others than it and programmes only deny.</summary>
    public bool RecordsConsents { get; set; }

    /// <summary>Whether it may choose the ids of what it creates: it can find out thereby which ids are taken.</summary>
    public bool ChoosesIds { get; set; }

    /// <summary>Whether what it is shown was its own before: cards on the data it sends are not subject to consent.</summary>
    public bool RecordHolder { get; set; }

    /// <summary>Purpose of use, a code of v3-ActReason.</summary>
    public string Purpose { get; set; } = "TREAT";

    /// <summary>Whether the host of <see cref="JwksUri"/> may have a private, loopback or link-local address.</summary>
    public bool AllowPrivateNetwork { get; set; }
}
