namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>A member that is a link, or an object with links in it.</summary>
/// <param name="Kind">What a string is; null when the member is an object.</param>
/// <param name="Shape">What an object is like; null for a string, and for a resource, which says itself what it is.</param>
internal sealed record LinkMember(LinkKind? Kind, LinkShape? Shape);
