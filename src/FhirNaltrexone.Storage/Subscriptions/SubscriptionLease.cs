namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>Who works on something, and until when unless they say again that they do.</summary>
/// <param name="Owner">Name of the worker, different for every start of every process.</param>
/// <param name="Now">The instant.</param>
/// <param name="Until">End of the lease.</param>
public readonly record struct SubscriptionLease(string Owner, DateTimeOffset Now, DateTimeOffset Until);
