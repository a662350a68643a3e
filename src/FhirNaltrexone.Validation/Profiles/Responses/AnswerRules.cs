using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Codes;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Questionnaires;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Responses;

/// <summary>What a question asks of each answer: its type, one of the answers offered, a code of the value set, bounds, length.</summary>
/// <param name="form">The form.</param>
/// <param name="codes">Knows codes.</param>
internal sealed class AnswerRules(Form form, CodeVerdicts codes)
{
    /// <summary>Checks the value of an answer.</summary>
    /// <param name="item">The question.</param>
    /// <param name="value">The member <c>value[x]</c>.</param>
    /// <param name="run">The validation; its path is at the value.</param>
    public void Check(FormItem item, JsonProperty value, ValidationRun run)
    {
        var type = AnswerValues.TypeOf(value);
        if (!Types(item).Contains(type)) run.Report(ValidationMessages.WrongAnswerType, value.Value, string.Join(" or ", Types(item)));
        else if (item.Options.Count > 0) Offered(item, value, type, run);
        else if (item.Source.Text("answerValueSet") is { } valueSet && type == "Coding") InSet(item, valueSet, value.Value, run);
        Bounds(item, value, type, run);
    }

    private static IReadOnlyList<string> Types(FormItem item) => item.Type switch
    {
        "text" or "string" => ["string"],
        "url" => ["uri"],
        "attachment" => ["Attachment"],
        "reference" => ["Reference"],
        "quantity" => ["Quantity"],
        "choice" => item.Options.Count == 0 ? ["Coding"] : [.. item.Options.Select(AnswerValues.TypeOf).Distinct()],
        "open-choice" => [.. item.Options.Select(AnswerValues.TypeOf).Prepend("string").Prepend("Coding").Distinct()],
        _ => [item.Type],
    };

    private static void Offered(FormItem item, JsonProperty value, string type, ValidationRun run)
    {
        run.Request.Budget?.Pay(item.Options.Count);
        if (item.Type == "open-choice" && type is "string" or "Coding") return;
        if (!item.Options.Any(option => AnswerValues.AreEqual(value, option) == true)) run.Report(ValidationMessages.NotOffered, value.Value);
    }

    private void InSet(FormItem item, string valueSet, JsonElement coding, ValidationRun run)
    {
        if (item.Type == "open-choice" || CodeReading.Coding(coding) is not { } code) return;
        var check = valueSet.StartsWith('#') ? InContained(valueSet[1..], code) : codes.In(valueSet, code);
        if (check.Verdict == CodeVerdict.No) run.Report(ValidationMessages.NotInRequired, coding, valueSet);
        else if (check.Verdict == CodeVerdict.Unknown) run.Report(ValidationMessages.BindingUndecided, coding, valueSet, check.Message?.TrimEnd('.'));
    }

    private CodeCheck InContained(string id, CodeQuestion code)
        => form.Source.Items("contained").FirstOrDefault(one => one.Text("id") == id && one.Text("resourceType") == "ValueSet") is { ValueKind: JsonValueKind.Object } set
            ? codes.In(set, code)
            : new(CodeVerdict.Unknown, "The questionnaire does not contain it.");

    private static void Bounds(FormItem item, JsonProperty value, string type, ValidationRun run)
    {
        if (TypeCatalogue.Core.Find(type) is not { } known) return;
        var element = new FhirElement(value.Value, default, known);
        if (item.Value("minValue") is { } least) new BoundRule(least.Value, isMin: true).Check(element, run);
        if (item.Value("maxValue") is { } most) new BoundRule(most.Value, isMin: false).Check(element, run);
        if (item.Source.TryGetProperty("maxLength", out var length) && length.ValueKind == JsonValueKind.Number && length.TryGetInt32(out var characters)) new LengthRule(characters).Check(element, run);
    }
}
