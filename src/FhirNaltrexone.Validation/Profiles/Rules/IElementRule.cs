using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>One rule of a definition about one element. Compiled once, immutable, used by many validations at a time.</summary>
internal interface IElementRule
{
    /// <summary>Checks an element and reports what is wrong with it.</summary>
    /// <param name="element">The element where the walk is.</param>
    /// <param name="run">The validation.</param>
    void Check(in FhirElement element, ValidationRun run);
}
