namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>A string in the JSON of a resource that may hold links.</summary>
/// <param name="Start">Where its opening quote stands.</param>
/// <param name="End">Behind its closing quote.</param>
/// <param name="Kind">What kind of element it is.</param>
/// <param name="Text">The string.</param>
internal readonly record struct LinkSite(int Start, int End, LinkKind Kind, string Text);
