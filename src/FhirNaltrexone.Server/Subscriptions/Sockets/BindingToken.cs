namespace FhirNaltrexone.Server.Subscriptions.Sockets;

/// <summary>What a token lets its bearer bind to.</summary>
/// <param name="Subscriptions">Ids of Subscriptions.</param>
/// <param name="Expires">Until when.</param>
internal sealed record BindingToken(IReadOnlyList<string> Subscriptions, DateTimeOffset Expires);
