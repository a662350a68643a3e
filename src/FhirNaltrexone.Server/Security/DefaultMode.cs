using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security;

/// <summary>Unless the operator says otherwise the service is open only to try it out: in Development, reachable from the same machine alone.</summary>
internal sealed class DefaultMode(IHostEnvironment environment, IConfiguration configuration) : IPostConfigureOptions<SecurityOptions>
{
    public void PostConfigure(string? name, SecurityOptions options)
        => options.Mode ??= environment.IsDevelopment() && ListeningAddresses.AreLoopback(configuration) ? SecurityMode.Open : SecurityMode.Enforced;
}
