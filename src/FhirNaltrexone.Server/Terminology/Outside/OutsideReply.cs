using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>What the terminology server said.</summary>
/// <param name="Resource">Its answer; null for none.</param>
/// <param name="Problem">Why there is none, as the rest of a sentence; null when there is one.</param>
internal sealed record OutsideReply(ResourceContent? Resource, string? Problem = null);
