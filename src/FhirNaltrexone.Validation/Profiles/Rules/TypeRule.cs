using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>The element is of one of the types the profile leaves.</summary>
/// <param name="types">Names of types.</param>
internal sealed class TypeRule(IReadOnlyList<string> types) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        var type = element.Type;
        if (!types.Any(type.Is)) run.Report(ValidationMessages.WrongType, ValidationRun.At(element), string.Join(", ", types));
    }
}
