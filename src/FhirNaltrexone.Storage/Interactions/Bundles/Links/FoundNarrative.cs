namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>A narrative with links that a transaction rewrites.</summary>
/// <param name="Place">Where it stands in the bytes of the JSON, with its quotes.</param>
/// <param name="Text">The narrative.</param>
/// <param name="Links">Its links.</param>
internal sealed record FoundNarrative(Range Place, string Text, IReadOnlyList<FoundLink> Links);
