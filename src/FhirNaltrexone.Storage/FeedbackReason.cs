namespace FhirNaltrexone.Storage;

/// <summary>The coded reason a clinician chose for overriding a card.</summary>
/// <param name="System">Canonical URL of the code system, when the client sent it.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">What the clinician saw, when the client sent it.</param>
public sealed record FeedbackReason(string? System, string Code, string? Display);
