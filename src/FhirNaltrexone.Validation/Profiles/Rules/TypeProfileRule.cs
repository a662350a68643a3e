using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>An element of a type conforms to a profile of that type, or to one of several.</summary>
/// <param name="type">Name of the type.</param>
/// <param name="profiles">Canonicals of the profiles.</param>
internal sealed class TypeProfileRule(string type, IReadOnlyList<string> profiles) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (!element.Type.Is(type)) return;
        var outer = element.Type.IsResource ? run.Enter(run.InnerScope()) : run.Scope;
        if (profiles is [var only]) run.Profiles.Apply(only, element);
        else if (!Conforms(element, run)) run.Report(ValidationMessages.NoProfileFits, ValidationRun.At(element), string.Join(", ", profiles));
        run.Leave(outer);
    }

    private bool Conforms(in FhirElement element, ValidationRun run)
    {
        foreach (var profile in profiles)
        {
            if (run.Profiles.Conforms(element, profile) is not false) return true;
        }

        return false;
    }
}
