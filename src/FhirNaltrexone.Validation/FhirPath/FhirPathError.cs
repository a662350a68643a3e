namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>Why an expression cannot be read, or why its evaluation ended without a result. Something else than an empty result.</summary>
/// <param name="Position">Character of the expression concerned, from 0.</param>
/// <param name="Text">A full sentence; it never repeats the data the expression was evaluated on.</param>
public sealed record FhirPathError(int Position, string Text);
