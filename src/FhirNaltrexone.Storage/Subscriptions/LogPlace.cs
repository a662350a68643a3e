using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>How far the log has been read for subscriptions.</summary>
/// <param name="Position">The last change read; null before the first.</param>
public sealed record LogPlace(ChangePosition? Position);
