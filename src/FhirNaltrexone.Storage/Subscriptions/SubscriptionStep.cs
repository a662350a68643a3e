namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>What a change in the log comes to for subscriptions.</summary>
public abstract record SubscriptionStep
{
    private protected SubscriptionStep()
    {
    }

    /// <summary>A Subscription was stored.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Status">Status in that version.</param>
    /// <param name="Channel">Code of its channel.</param>
    /// <param name="Now">The instant.</param>
    public sealed record Put(string Id, int Version, SubscriptionStatus Status, string Channel, DateTimeOffset Now) : SubscriptionStep;

    /// <summary>A Subscription was deleted.</summary>
    /// <param name="Id">Its id.</param>
    public sealed record Remove(string Id) : SubscriptionStep;

    /// <summary>A resource changed that a subscription asks for; the event gets the next number of the subscription.</summary>
    /// <param name="Id">The subscription.</param>
    /// <param name="Event">The event; its number is ignored.</param>
    /// <param name="Now">The instant.</param>
    public sealed record Count(string Id, SubscriptionEvent Event, DateTimeOffset Now) : SubscriptionStep;
}
