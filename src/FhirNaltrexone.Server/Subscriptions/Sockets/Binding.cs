namespace FhirNaltrexone.Server.Subscriptions.Sockets;

/// <summary>What a websocket has been told of one subscription.</summary>
/// <param name="id">Id of the Subscription.</param>
internal sealed class Binding(string id)
{
    /// <summary>Id of the Subscription.</summary>
    public string Id => id;

    /// <summary>Number of the last event told; null before the handshake.</summary>
    public long? Told { get; set; }

    /// <summary>When it was last told anything.</summary>
    public DateTimeOffset Spoken { get; set; }
}
