namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>A link of a resource that a transaction rewrites.</summary>
/// <param name="Place">Where it stands: in the bytes of the JSON with its quotes, or in the text of the narrative.</param>
/// <param name="Target">What it points to.</param>
internal readonly record struct FoundLink(Range Place, LinkTarget Target);
