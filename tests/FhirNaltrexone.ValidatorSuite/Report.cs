using System.Text;

namespace FhirNaltrexone.ValidatorSuite;

/// <summary>The outcome as Markdown: totals by module, and every disagreement with its reason.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<SuiteOutcome> outcomes)
    {
        var text = new StringBuilder("# Validator: public test cases\n\n");
        text.Append("Cases: repository FHIR/fhir-test-cases, folder `validator`, state of 2026-06-25: those for R4 of the modules below that need no external package, ");
        text.Append("with the verdicts recorded for the HL7 Java validator. A run agrees when both find errors, or both find none; the place is compared besides.\n");
        text.Append("This file is written by `dotnet run --project tests/FhirNaltrexone.ValidatorSuite -- <folder of the cases> conformance/reports/validator.md`.\n\n");
        text.Append(Line("against core and the profiles named in the resource", outcomes.Where(each => each.Case.Profile is null)));
        text.Append(Line("against a profile", outcomes.Where(each => each.Case.Profile is not null)));
        text.Append("\n## By module\n\n| module | core: agree | core: total | profile: agree | profile: total | same place, where both find errors |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var module in outcomes.GroupBy(each => each.Case.Module).OrderBy(group => group.Key, StringComparer.Ordinal)) text.Append(Row(module));
        text.Append("\n## Disagreements\n\n");
        foreach (var each in outcomes.Where(each => !each.Agrees)) text.Append(Disagreement(each));
        return text.ToString();
    }

    private static string Line(string what, IEnumerable<SuiteOutcome> outcomes)
    {
        var all = outcomes.ToList();
        var agree = all.Count(each => each.Agrees);
        return FormattableString.Invariant($"- Runs {what}: **{agree} of {all.Count} agree ({100m * agree / all.Count:F1} %)**.\n");
    }

    private static string Row(IGrouping<string, SuiteOutcome> module)
    {
        var (core, profile) = (module.Where(each => each.Case.Profile is null).ToList(), module.Where(each => each.Case.Profile is not null).ToList());
        var found = module.Where(each => each.Agrees && !each.IsValid && each.Case.Places.Count > 0).ToList();
        return FormattableString.Invariant(
            $"| {module.Key} | {core.Count(each => each.Agrees)} | {core.Count} | {profile.Count(each => each.Agrees)} | {profile.Count} | {found.Count(each => each.AgreesOnPlace)} of {found.Count} |\n");
    }

    private static string Disagreement(SuiteOutcome outcome)
    {
        var verdict = outcome.IsValid ? "we find no error" : $"we find `{outcome.Errors.First().MessageId ?? outcome.Errors.First().Code}` at `{outcome.Errors.First().Expression}`";
        return $"- `{outcome.Case.Key}`, {outcome.Case.Module}: {verdict}. {Divergences.Reasons.GetValueOrDefault(outcome.Case.Key, "NOT EXPLAINED")}\n";
    }
}
