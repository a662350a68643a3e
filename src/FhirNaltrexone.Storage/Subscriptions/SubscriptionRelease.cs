namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>What came of the work on a subscription.</summary>
/// <param name="Settled">All events up to this number are delivered or dead.</param>
/// <param name="Failures">Failed deliveries since the last good one.</param>
/// <param name="Due">When to go on if no further event comes; null for never. Events that came meanwhile are due at once, unless there were failures.</param>
/// <param name="Sent">When a notification last arrived; null for never.</param>
public sealed record SubscriptionRelease(long Settled, int Failures, DateTimeOffset? Due, DateTimeOffset? Sent);
