using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>The element is of one of the types the profile leaves.</summary>
/// <param name="types">Names of types.</param>
internal sealed class TypeRule(IReadOnlyList<string> types) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (!Allows(types, element.Type)) run.Report(ValidationMessages.WrongType, ValidationRun.At(element), string.Join(", ", types));
    }

    /// <summary>Whether a type is one of several: a choice names each by itself, code besides string; resources may specialise what is named.</summary>
    /// <param name="types">Names of types.</param>
    /// <param name="type">The type.</param>
    public static bool Allows(IReadOnlyList<string> types, ElementType type) => type.IsResource ? types.Any(type.Is) : types.Contains(type.Name);
}
