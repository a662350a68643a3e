namespace FhirNaltrexone.Knowledge;

/// <summary>Something the clinician can accept with one click.</summary>
/// <param name="Id">Derived from scope, rule and content: the same call gives the same id, another call another one.</param>
/// <param name="Label">Text of the button; never empty.</param>
/// <param name="Actions">The steps in the order delete, create, update (CDS Hooks 2.0, Suggestion.actions); at least one.</param>
public sealed record Suggestion(Guid Id, string Label, IReadOnlyList<SuggestedAction> Actions);
