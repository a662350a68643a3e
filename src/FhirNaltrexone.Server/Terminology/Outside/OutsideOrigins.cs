using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>The terminology server, and no other.</summary>
internal sealed class OutsideOrigins(IOptions<TerminologyOptions> options)
    : AllowedOrigins(options.Value.Server.Length == 0 ? [] : [(options.Value.Server, options.Value.AllowPrivateNetwork)]);
