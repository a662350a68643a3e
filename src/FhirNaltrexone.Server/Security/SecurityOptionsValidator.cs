using FhirNaltrexone.Server.Outgoing;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Smart.Issuers;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security;

/// <summary>A service that would let in whom it must not, or could let nobody in, does not start; each reason is a sentence.</summary>
internal sealed class SecurityOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    /// <summary>Last segment of the address of discovery (CDS Hooks 2.0, Discovery).</summary>
    private const string DiscoveryPath = "/cds-services";

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        string[] failures =
        [
            .. Mode(options),
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
        if (string.IsNullOrEmpty(configuration["Rest:PublicBase"]) && !ListeningAddresses.AreLoopback(configuration) && options.Clients.Any(client => client.Scopes is not null))
            yield return "Rest:PublicBase must name the FHIR base by which clients know the service, such as https://fhir.example.org/fhir: their proofs name it, and the Host header is not believed.";
        if (options.CdsBase.Count == 0 && options.Clients.Any(client => client.Services.Count > 0))
            yield return "Security:CdsBase must name the address by which CDS clients know the service, such as https://cds.example.org/cds-services.";
    }

    private IEnumerable<string> Base(string address)
    {
        if (AllowedOrigins.Complain(address, environment.IsDevelopment()) is { } complaint) yield return complaint;
        else if (!address.EndsWith(DiscoveryPath, StringComparison.Ordinal)) yield return $"must end with {DiscoveryPath}.";
    }
}
