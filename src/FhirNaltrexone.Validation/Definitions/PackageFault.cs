using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>Ends reading a package that is refused; turned into a value by its reader. Never leaves this folder.</summary>
internal sealed class PackageFault(string code, string text) : Exception(text)
{
    public Issue Issue { get; } = new(code, text);
}
