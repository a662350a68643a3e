using System.Text.Json;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>The codes of <c>Subscription.status</c>.</summary>
internal static class SubscriptionStatuses
{
    /// <summary>Reads the status of a Subscription; one that cannot be read is off.</summary>
    public static SubscriptionStatus Of(JsonElement subscription) => Read(Elements.Text(subscription, "status")) ?? SubscriptionStatus.Off;

    /// <summary>Reads a code; null when there is no such code.</summary>
    public static SubscriptionStatus? Read(string? code) => code switch
    {
        "requested" => SubscriptionStatus.Requested,
        "active" => SubscriptionStatus.Active,
        "error" => SubscriptionStatus.Error,
        "off" => SubscriptionStatus.Off,
        _ => null,
    };

    /// <summary>The code of a status.</summary>
    public static string Code(SubscriptionStatus status) => status.ToString().ToLowerInvariant();
}
