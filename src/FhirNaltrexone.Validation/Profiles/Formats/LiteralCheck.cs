namespace FhirNaltrexone.Validation.Profiles.Formats;

/// <summary>Whether a literal is written as a type demands.</summary>
/// <param name="text">The literal in UTF-8, escapes resolved; never empty.</param>
internal delegate bool LiteralCheck(ReadOnlySpan<byte> text);
