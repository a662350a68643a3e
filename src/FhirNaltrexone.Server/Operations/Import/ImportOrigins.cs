using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Servers that inputs may be fetched from.</summary>
internal sealed class ImportOrigins(IOptions<ImportOptions> options)
    : AllowedOrigins(options.Value.Origins.Select(server => (server.Origin, server.AllowPrivateNetwork)));
