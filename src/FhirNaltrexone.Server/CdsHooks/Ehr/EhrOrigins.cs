using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>FHIR servers that hook calls may name.</summary>
internal sealed class EhrOrigins(IOptions<EhrOptions> options)
    : AllowedOrigins(options.Value.Servers.Select(server => (server.Origin, server.AllowPrivateNetwork)));
