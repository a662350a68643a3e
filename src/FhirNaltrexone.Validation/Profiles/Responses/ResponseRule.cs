using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Codes;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Questionnaires;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Responses;

/// <summary>A QuestionnaireResponse answers the questionnaire that it names, be that contained or known by its canonical. Where it is not known, that is said.</summary>
/// <param name="forms">Questionnaires.</param>
/// <param name="codes">Knows codes.</param>
internal sealed class ResponseRule(FormCatalogue forms, CodeVerdicts codes) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind != JsonValueKind.Object) return;
        var canonical = element.Value.Text("questionnaire");
        var given = run.Request.Questionnaire?.Invoke(canonical ?? string.Empty);
        if (canonical is null && given is null) run.Report(ValidationMessages.NoForm, element.Value);
        else Check(given is { } questionnaire ? Form.Read(questionnaire) : Find(canonical!, run), element.Value, run);
    }

    private void Check(Form? form, JsonElement response, ValidationRun run)
    {
        if (form is null) run.ReportChild("questionnaire", ValidationMessages.UnknownForm, response);
        else if (form.Defects is [var defect, ..]) run.ReportChild("questionnaire", ValidationMessages.UnusableForm, response, defect.Text.TrimEnd('.'));
        else new ResponseWalk(new(form, response, run.Context), new(form, codes), run).Check();
    }

    private Form? Find(string canonical, ValidationRun run)
    {
        if (!canonical.StartsWith('#')) return forms.Find(canonical);
        return run.Scope.Container.Contained(canonical[1..])?.Resource is { Type.Name: "Questionnaire" } contained ? Form.Read(contained.Value) : null;
    }
}
