using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Server.Subscriptions.Notices;

/// <summary>An event in a notice.</summary>
/// <param name="Event">The event.</param>
/// <param name="Resource">The version it tells of; null when it is not sent or not there any more.</param>
/// <param name="Context">Resources that go along.</param>
internal sealed record NoticeEvent(SubscriptionEvent Event, ResourceVersion? Resource, IReadOnlyList<ResourceVersion> Context);
