namespace FhirNaltrexone.Knowledge;

/// <summary>One step of a suggestion. All steps of a suggestion belong together.</summary>
/// <param name="Type">What to do.</param>
/// <param name="Description">What the step does, for the clinician; never empty.</param>
/// <param name="ResourceId"><c>Type/id</c> of the draft concerned for delete and update; null for create.</param>
/// <param name="Resource">The whole FHIR R4 resource as UTF-8 JSON for create and update; empty for delete.</param>
public sealed record SuggestedAction(SuggestedActionType Type, string Description, string? ResourceId, ReadOnlyMemory<byte> Resource);
