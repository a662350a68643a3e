namespace FhirNaltrexone.Knowledge;

/// <summary>A public source a rule rests on, taken from <c>PlanDefinition.action.documentation</c> in the order written there.</summary>
/// <param name="Label">Short name; good as the label of a card's source or link. Never empty.</param>
/// <param name="Display">Full citation, when there is one.</param>
/// <param name="Url">Absolute https address, when the source is on the web.</param>
public sealed record Documentation(string Label, string? Display, Uri? Url);
