using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>Where notices may go: to the origins of the settings, or to all public ones when there are none. Asked anew for each connection.</summary>
internal sealed class HookOrigins(IOptions<SubscriptionOptions> options)
    : AllowedOrigins(options.Value.Endpoints.Select(origin => (origin, options.Value.IsPrivateNetworkAllowed)))
{
    /// <inheritdoc/>
    public override bool Allows(Uri address) => options.Value.Endpoints.Count == 0 || base.Allows(address);

    /// <inheritdoc/>
    public override bool AllowsPrivateNetwork(Uri address) => options.Value.IsPrivateNetworkAllowed;
}
