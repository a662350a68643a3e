using FhirNaltrexone.Server.Fhir;

namespace FhirNaltrexone.Server.Security.Smart;

/// <summary>Where clients find what they need for tokens, as they know this server: beside the FHIR interface.</summary>
internal sealed class SmartAddresses(ServerBase bases)
{
    /// <summary>Path of the configuration for SMART clients below the FHIR base.</summary>
    public const string Configuration = "/.well-known/smart-configuration";

    /// <summary>Path of the authorization endpoint.</summary>
    public const string Authorize = "/connect/authorize";

    /// <summary>Path of the token endpoint.</summary>
    public const string Token = "/connect/token";

    /// <summary>Path of the introspection endpoint.</summary>
    public const string Introspect = "/connect/introspect";

    /// <summary>Path of the revocation endpoint.</summary>
    public const string Revoke = "/connect/revoke";

    /// <summary>Path of the keys that signatures of the demonstration server are checked with.</summary>
    public const string Keys = "/connect/jwks";

    /// <summary>
    /// The FHIR base, without slash at the end: the audience of tokens. The header Host is believed on this machine only, and only where no public
    /// base is set: a client's proof for another server must not become one for this because somebody says so in a header.
    /// </summary>
    /// <param name="request">The request.</param>
    public string Fhir(HttpRequest request) => Known(bases.Of(request));

    /// <summary>The address of the server that the FHIR base lies below, without slash at the end.</summary>
    /// <param name="request">The request.</param>
    public string Root(HttpRequest request) => Root(bases.Of(request));

    /// <summary>The same of a FHIR base that a client uses.</summary>
    /// <param name="address">The FHIR base.</param>
    public string Root(string address)
    {
        var fhir = Known(address);
        return fhir.EndsWith(ServerBase.Path, StringComparison.Ordinal)
            ? fhir[..^ServerBase.Path.Length]
            : new Uri(fhir).GetLeftPart(UriPartial.Authority);
    }

    private string Known(string fhir)
        => !bases.IsPublic && (bases.Known.Contains(fhir) || (Uri.TryCreate(fhir, UriKind.Absolute, out var address) && address.IsLoopback)) ? fhir : bases.Known[0];
}
