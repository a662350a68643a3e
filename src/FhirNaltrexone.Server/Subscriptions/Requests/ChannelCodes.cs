namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>The channels of this server (codes of <c>Subscription.channel.type</c>).</summary>
internal static class ChannelCodes
{
    public const string RestHook = "rest-hook";
    public const string WebSocket = "websocket";
}
