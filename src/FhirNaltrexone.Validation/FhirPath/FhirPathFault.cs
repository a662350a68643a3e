namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>Ends reading or evaluating an expression; turned into a <see cref="FhirPathError"/> at the door. Never leaves this folder.</summary>
internal sealed class FhirPathFault(int position, string text) : Exception(text)
{
    public FhirPathError Error { get; } = new(position, text);
}
