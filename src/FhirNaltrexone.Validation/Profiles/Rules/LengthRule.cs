using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>A text has at most so many characters.</summary>
/// <param name="most">How many.</param>
internal sealed class LengthRule(int most) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind == JsonValueKind.String && element.Value.GetString()!.EnumerateRunes().Count() > most)
            run.Report(ValidationMessages.TooLong, element.Value, most);
    }
}
