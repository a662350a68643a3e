using System.ComponentModel.DataAnnotations;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Smart.Issuers;

namespace FhirNaltrexone.Server.Security;

/// <summary>Who may call. Section <c>Security</c> of the configuration.</summary>
internal sealed class SecurityOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Security";

    /// <summary>Open or enforced; without it <see cref="DefaultMode"/> decides.</summary>
    [EnumDataType(typeof(SecurityMode), ErrorMessage = "Security:Mode must be Open or Enforced.")]
    public SecurityMode? Mode { get; set; }

    /// <summary>
    /// Addresses by which CDS clients know the discovery endpoint, such as <c>https://cds.example.org/cds-services</c>. What their tokens name as
    /// audience begins with one of them; the Host header is never asked.
    /// </summary>
    public IList<string> CdsBase { get; } = [];

    /// <summary>
    /// Addresses, or networks such as <c>10.1.0.0/16</c>, of proxies before the service. They end TLS, and are believed where a request comes from
    /// (<c>X-Forwarded-For</c>) and that it came by https (<c>X-Forwarded-Proto</c>); nobody else is.
    /// </summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>Longest time between issue and expiry of a token of a CDS call, in seconds.</summary>
    [Range(30, 86_400, ErrorMessage = "Security:CdsTokenSeconds must be between {1} and {2}.")]
    public int CdsTokenSeconds { get; set; } = 3_600;

    /// <summary>How far the clocks of clients may be off, in seconds.</summary>
    [Range(0, 300, ErrorMessage = "Security:SkewSeconds must be between {1} and {2}.")]
    public int SkewSeconds { get; set; } = 60;

    /// <summary>Registered clients.</summary>
    public IList<ClientOptions> Clients { get; } = [];

    /// <summary>Authorization servers whose access tokens are believed.</summary>
    public IList<IssuerOptions> Issuers { get; } = [];
}
