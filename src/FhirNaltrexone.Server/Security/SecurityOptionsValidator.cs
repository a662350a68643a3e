using System.Security.Authentication;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Outgoing;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Smart.Issuers;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security;

/// <summary>A service that would let in whom it must not, or could let nobody in, does not start; each reason is a sentence.</summary>
internal sealed class SecurityOptionsValidator(IHostEnvironment environment, IConfiguration configuration, ServerBase bases) : IValidateOptions<SecurityOptions>
{
    /// <summary>Last segment of the address of discovery (CDS Hooks 2.0, Discovery).</summary>
    private const string DiscoveryPath = "/cds-services";

    private static readonly string[] TlsVersions = [nameof(SslProtocols.Tls12), nameof(SslProtocols.Tls13)];

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        string[] failures =
        [
            .. KnownSettings.Complaints(configuration),
            .. Mode(options),
            .. Transport(),
            .. options.Proxies.Where(proxy => Proxies.Network(proxy) is null).Select(proxy => $"Security:Proxies '{proxy}' is neither an address nor a network such as 10.1.0.0/16."),
            .. options.CdsBase.SelectMany((address, n) => Base(address).Select(complaint => $"Security:CdsBase:{n} {complaint}")),
            .. ClientOptionsCheck.Complaints(options.Clients, configuration.GetSection($"{SecurityOptions.Section}:{nameof(SecurityOptions.Clients)}"), environment.IsDevelopment()),
            .. IssuerOptionsCheck.Complaints(options.Issuers, configuration.GetSection($"{SecurityOptions.Section}:{nameof(SecurityOptions.Issuers)}"), environment.IsDevelopment()),
        ];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Mode(SecurityOptions options)
    {
        if (options.Mode == SecurityMode.Open)
        {
            if (!ListeningAddresses.AreLoopback(configuration))
                yield return "The service listens on an address that others can reach, and Security:Mode is Open: register clients and set Security:Mode to Enforced, or listen on 127.0.0.1.";
            yield break;
        }

        if (options.Clients.Count == 0 && options.Issuers.Count == 0 && !LaunchServices.IsEnabled(configuration))
            yield return "Security is enforced and nobody is registered: set Security:Clients or Security:Issuers (docs/security.md), or try the service out with --environment Development on 127.0.0.1.";
        if (options.Proxies.Count == 0 && ListeningAddresses.ArePlain(configuration))
            yield return "The service listens by http on an address that others can reach, where tokens and records can be read on the way: give it a certificate, listen on 127.0.0.1, or name the proxies that end TLS before it as Security:Proxies (docs/security.md).";
        if (!bases.IsPublic && !ListeningAddresses.AreLoopback(configuration) && options.Clients.Any(client => client.Scopes is not null))
            yield return "Rest:PublicBase must name the FHIR base by which clients know the service, such as https://fhir.example.org/fhir: their proofs name it, and the Host header is not believed.";
        if (options.CdsBase.Count == 0 && options.Clients.Any(client => client.Services.Count > 0))
            yield return "Security:CdsBase must name the address by which CDS clients know the service, such as https://cds.example.org/cds-services.";
    }

    /// <summary>What the endpoints of the settings may say of TLS.</summary>
    private IEnumerable<string> Transport()
        => configuration.GetSection("Kestrel:Endpoints").GetChildren().Append(configuration.GetSection("Kestrel:EndpointDefaults"))
            .Select(endpoint => endpoint.GetSection("SslProtocols"))
            .Where(protocols => protocols.GetChildren().Select(protocol => protocol.Value).Append(protocols.Value)
                .Any(protocol => protocol is not null && !TlsVersions.Contains(protocol, StringComparer.OrdinalIgnoreCase)))
            .Select(protocols => $"{protocols.Path} may hold {string.Join(" and ", TlsVersions)} only.");

    private IEnumerable<string> Base(string address)
    {
        if (AllowedOrigins.Complain(address, environment.IsDevelopment()) is { } complaint) yield return complaint;
        else if (!address.EndsWith(DiscoveryPath, StringComparison.Ordinal)) yield return $"must end with {DiscoveryPath}.";
    }
}
