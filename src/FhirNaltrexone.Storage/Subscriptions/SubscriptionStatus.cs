namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>Where a subscription stands (FHIR R4, Subscription.status).</summary>
public enum SubscriptionStatus
{
    /// <summary>The subscriber asks for it; the channel has not been tried yet.</summary>
    Requested,

    /// <summary>Events are sent.</summary>
    Active,

    /// <summary>The channel failed: nothing is sent until the subscriber asks again.</summary>
    Error,

    /// <summary>The subscriber does not want it any more, or its end has come.</summary>
    Off,
}
