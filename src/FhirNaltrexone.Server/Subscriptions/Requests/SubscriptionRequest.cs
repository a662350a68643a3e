using FhirNaltrexone.Server.Subscriptions.Topics;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>What a Subscription asks for.</summary>
/// <param name="Topic">What to tell of.</param>
/// <param name="Canonical">The topic as the subscriber named it.</param>
/// <param name="Filters">Of that, what.</param>
/// <param name="Channel">How.</param>
/// <param name="End">Until when; null for good.</param>
internal sealed record SubscriptionRequest(
    Topic Topic, string Canonical, IReadOnlyList<RequestedFilter> Filters, RequestedChannel Channel, DateTimeOffset? End);
