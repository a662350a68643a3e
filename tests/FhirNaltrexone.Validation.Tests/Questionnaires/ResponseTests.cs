using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Profiles;
using FhirNaltrexone.Validation.Tests.Profiles;

namespace FhirNaltrexone.Validation.Tests.Questionnaires;

/// <summary>A response is held to the questionnaire it names (FHIR R4, questionnaire.html and questionnaireresponse.html; Structured Data Capture).</summary>
public sealed class ResponseTests
{
    private const string Url = "http://example.org/Questionnaire/q";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    // A form with every kind of thing that is asked of answers.
    private static readonly string Items = $$"""
        {"linkId":"intro","type":"display","text":"x"},
        {"linkId":"smokes","type":"boolean","required":true},
        {"linkId":"packs","type":"decimal","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueDecimal":0.5},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueDecimal":5}],
         "enableWhen":[{"question":"smokes","operator":"=","answerBoolean":true}]},
        {"linkId":"why","type":"choice","repeats":true,"answerOption":[{"valueCoding":{"system":"http://example.org/c","code":"a"} },{"valueCoding":{"system":"http://example.org/c","code":"b"} }],
         "item":[{"linkId":"more","type":"string","maxLength":5,"required":true,"enableWhen":[{"question":"why","operator":"exists","answerBoolean":true}]}]},
        {"linkId":"person","type":"group","repeats":true,"item":[
          {"linkId":"adult","type":"boolean"},
          {"linkId":"job","type":"string","required":true,"enableWhen":[{"question":"adult","operator":"=","answerBoolean":true}]}]},
        {"linkId":"sex","type":"choice","answerValueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"},
        {"linkId":"day","type":"date","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueDate":"2026-01-01"}]},
        {"linkId":"free","type":"open-choice","answerOption":[{"valueCoding":{"code":"a"} }]},
        {"linkId":"twice","type":"decimal","readOnly":true,"extension":[{"url":"{{Sdc}}calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='packs').answer.value * 2"} }]},
        {"linkId":"late","type":"string","enableWhen":[{"question":"packs","operator":">","answerDecimal":1},{"question":"day","operator":"<","answerDate":"2026-06-01"}],"enableBehavior":"all"}
        """;

    private static readonly Validator Known = Checked.Validator([Form(Items)]);

    [Theory]
    [InlineData("""{"linkId":"smokes","answer":[{"valueBoolean":false}]}""", "")]
    [InlineData("""{"linkId":"smokes","answer":[{"valueBoolean":true}]},{"linkId":"packs","answer":[{"valueDecimal":1.0}]},{"linkId":"twice","answer":[{"valueDecimal":2}]}""", "")]
    [InlineData("""{"linkId":"intro"},{"linkId":"smokes","answer":[{"valueBoolean":false}]}""", "")]
    [InlineData("", "NAL-FORM-REQUIRED QuestionnaireResponse.item")]
    [InlineData("""{"linkId":"smokes"}""", "NAL-FORM-REQUIRED QuestionnaireResponse.item")]
    [InlineData("""{"linkId":"smokes","answer":[{"valueString":"no"}]}""", "NAL-FORM-TYPE QuestionnaireResponse.item[0].answer[0].value")]
    [InlineData("""{"linkId":"smoke","answer":[{"valueBoolean":false}]},{"linkId":"smokes","answer":[{"valueBoolean":false}]}""", "NAL-FORM-LINK QuestionnaireResponse.item[0].linkId")]
    [InlineData("""{"linkId":"smokes","answer":[{"valueBoolean":false}]},{"linkId":"job","answer":[{"valueString":"x"}]}""", "NAL-FORM-PLACE QuestionnaireResponse.item[1].linkId")]
    [InlineData("""{"linkId":"smokes","answer":[{"valueBoolean":false},{"valueBoolean":true}]}""", "NAL-FORM-REPEATS QuestionnaireResponse.item[0].answer")]
    [InlineData("""{"linkId":"smokes","answer":[{"valueBoolean":false}]},{"linkId":"smokes","answer":[{"valueBoolean":false}]}""", "NAL-FORM-TWICE QuestionnaireResponse.item[1]")]
    [InlineData("""{"linkId":"intro","answer":[{"valueString":"x"}]},{"linkId":"smokes","answer":[{"valueBoolean":false}]}""", "NAL-FORM-ANSWER QuestionnaireResponse.item[0].answer")]
    [InlineData("""{"linkId":"smokes","answer":[{"valueBoolean":false}]},{"linkId":"packs","answer":[{"valueDecimal":1}]},{"linkId":"twice","answer":[{"valueDecimal":2}]}""", "NAL-FORM-DISABLED QuestionnaireResponse.item[1]")]
    [InlineData("""{"linkId":"day","answer":[{"valueDate":"2026-02-01"}]},{"linkId":"smokes","answer":[{"valueBoolean":false}]}""", "NAL-FORM-ORDER QuestionnaireResponse.item[1]")]
    public void Items_are_those_of_the_questionnaire(string items, string expected) => Assert.Equal(expected, Issues(items));

    [Theory]
    [InlineData("packs", "\"valueDecimal\":0.4", "NAL-VALUE-MIN QuestionnaireResponse.item[1].answer[0].value; NAL-FORM-CALCULATED QuestionnaireResponse.item[2].answer[0].value")]
    [InlineData("packs", "\"valueDecimal\":5.1", "NAL-VALUE-MAX QuestionnaireResponse.item[1].answer[0].value; NAL-FORM-CALCULATED QuestionnaireResponse.item[2].answer[0].value")]
    [InlineData("packs", "\"valueDecimal\":2.0", "NAL-FORM-CALCULATED QuestionnaireResponse.item[2].answer[0].value")]
    [InlineData("packs", "\"valueDecimal\":1.5", "")]
    public void Numbers_keep_bounds_and_computed_values_agree(string linkId, string value, string expected) => Assert.Equal(expected, Issues(
        $$"""{"linkId":"smokes","answer":[{"valueBoolean":true}]},{"linkId":"{{linkId}}","answer":[{ {{value}} }]},{"linkId":"twice","answer":[{"valueDecimal":3.00}]}"""));

    [Theory]
    [InlineData("""{"linkId":"why","answer":[{"valueCoding":{"system":"http://example.org/c","code":"a"},"item":[{"linkId":"more","answer":[{"valueString":"x"}]}]}]}""", "")]
    [InlineData("""{"linkId":"why","answer":[{"valueCoding":{"system":"http://example.org/c","code":"c"},"item":[{"linkId":"more","answer":[{"valueString":"x"}]}]}]}""", "NAL-FORM-OPTION QuestionnaireResponse.item[1].answer[0].value")]
    [InlineData("""{"linkId":"why","answer":[{"valueCoding":{"code":"a"},"item":[{"linkId":"more","answer":[{"valueString":"x"}]}]}]}""", "NAL-FORM-OPTION QuestionnaireResponse.item[1].answer[0].value")]
    [InlineData("""{"linkId":"why","answer":[{"valueCoding":{"system":"http://example.org/c","code":"a"}}]}""", "NAL-FORM-REQUIRED QuestionnaireResponse.item[1].answer[0].item")]
    [InlineData("""{"linkId":"why","answer":[{"valueCoding":{"system":"http://example.org/c","code":"a"},"item":[{"linkId":"more","answer":[{"valueString":"longer"}]}]}]}""", "NAL-VALUE-LENGTH QuestionnaireResponse.item[1].answer[0].item[0].answer[0].value")]
    [InlineData("""{"linkId":"sex","answer":[{"valueCoding":{"system":"http://hl7.org/fhir/administrative-gender","code":"male"}}]}""", "")]
    [InlineData("""{"linkId":"sex","answer":[{"valueCoding":{"system":"http://hl7.org/fhir/administrative-gender","code":"men"}}]}""", "NAL-CODE-UNKNOWN QuestionnaireResponse.item[1].answer[0].value.code; NAL-BIND-REQUIRED QuestionnaireResponse.item[1].answer[0].value")]
    [InlineData("""{"linkId":"free","answer":[{"valueString":"anything"}]}""", "")]
    [InlineData("""{"linkId":"free","answer":[{"valueInteger":1}]}""", "NAL-FORM-TYPE QuestionnaireResponse.item[1].answer[0].value")]
    [InlineData("""{"linkId":"day","answer":[{"valueDate":"2025-12-31"}]}""", "NAL-VALUE-MIN QuestionnaireResponse.item[1].answer[0].value")]
    [InlineData("""{"linkId":"day","answer":[{"valueDateTime":"2026-12-31"}]}""", "NAL-FORM-TYPE QuestionnaireResponse.item[1].answer[0].value")]
    public void Answers_are_of_the_kind_asked_for(string item, string expected)
        => Assert.Equal(expected, Issues($$"""{"linkId":"smokes","answer":[{"valueBoolean":false}]},{{item}}"""));

    [Fact]
    public void Conditions_within_a_group_that_repeats_look_at_the_same_occurrence()
        => Assert.Equal("NAL-FORM-REQUIRED QuestionnaireResponse.item[1].item; NAL-FORM-DISABLED QuestionnaireResponse.item[2].item[1]", Issues("""
            {"linkId":"smokes","answer":[{"valueBoolean":false}]},
            {"linkId":"person","item":[{"linkId":"adult","answer":[{"valueBoolean":true}]}]},
            {"linkId":"person","item":[{"linkId":"adult","answer":[{"valueBoolean":false}]},{"linkId":"job","answer":[{"valueString":"x"}]}]},
            {"linkId":"person","item":[{"linkId":"adult","answer":[{"valueBoolean":true}]},{"linkId":"job","answer":[{"valueString":"x"}]}]}
            """));

    // 2026-05 is before June whatever the day; of 2026 nobody can tell, and then neither an answer nor its absence is an error.
    [Theory]
    [InlineData("2026-05", 2, "")]
    [InlineData("2026-07-01", 2, "NAL-FORM-DISABLED QuestionnaireResponse.item[4]")]
    [InlineData("2026-05-31", 1, "NAL-FORM-DISABLED QuestionnaireResponse.item[4]")]
    [InlineData("2026", 2, "")]
    public void What_cannot_be_compared_forbids_nothing(string day, int packs, string expected)
        => Assert.Equal(expected, Issues($$"""
            {"linkId":"smokes","answer":[{"valueBoolean":true}]},{"linkId":"packs","answer":[{"valueDecimal":{{packs}} }]},{"linkId":"day","answer":[{"valueDate":"{{day}}"}]},
            {"linkId":"twice","answer":[{"valueDecimal":{{packs * 2}} }]},{"linkId":"late","answer":[{"valueString":"x"}]}
            """));

    [Theory]
    [InlineData("in-progress", "")]
    [InlineData("amended", "NAL-FORM-REQUIRED QuestionnaireResponse.item")]
    public void A_response_in_progress_may_lack_answers(string status, string expected) => Assert.Equal(expected, Issues("", status));

    [Fact]
    public void Items_below_a_question_stand_in_its_answer()
        => Assert.Equal("NAL-FORM-NESTED QuestionnaireResponse.item[1].item[0]; NAL-FORM-REQUIRED QuestionnaireResponse.item[1].answer[0].item", Issues("""
            {"linkId":"smokes","answer":[{"valueBoolean":false}]},
            {"linkId":"why","answer":[{"valueCoding":{"system":"http://example.org/c","code":"a"}}],"item":[{"linkId":"more","answer":[{"valueString":"x"}]}]}
            """).Replace("; NAL-INV QuestionnaireResponse.item[1]", "", StringComparison.Ordinal).Replace("NAL-INV QuestionnaireResponse.item[1]; ", "", StringComparison.Ordinal));

    [Fact]
    public void Of_an_unknown_questionnaire_it_is_said_that_nothing_was_checked()
        => Assert.Equal("NAL-FORM-UNKNOWN QuestionnaireResponse.questionnaire", Told(Checked.Validator([]), Response("""{"linkId":"x"}""")));

    [Fact]
    public void A_contained_questionnaire_counts()
        => Assert.Equal("NAL-FORM-LINK QuestionnaireResponse.item[0].linkId", Told(Checked.Validator([]), $$"""
            {"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"#q","contained":[{"resourceType":"Questionnaire","id":"q","status":"active","item":[{"linkId":"a","type":"string"}]}],
             "item":[{"linkId":"b","answer":[{"valueString":"x"}]}]}
            """));

    [Theory]
    [InlineData("""{"linkId":"a","type":"string"},{"linkId":"a","type":"string"}""", "same linkId")]
    [InlineData("""{"linkId":"a","type":"string","enableWhen":[{"question":"z","operator":"exists","answerBoolean":true}]}""", "does not have")]
    [InlineData("""{"linkId":"a","type":"string","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]}""", "circle")]
    [InlineData("""{"linkId":"a","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}]},{"linkId":"b","type":"string","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]}""", "circle")]
    [InlineData("""{"linkId":"g","type":"group","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}],"item":[{"linkId":"b","type":"string"}]}""", "circle")]
    public void A_questionnaire_that_cannot_be_used_is_told_and_nothing_is_checked(string items, string expected)
    {
        var issues = Checked.Validator([Form(items)]).Validate(Checked.Content(Response("""{"linkId":"a","answer":[{"valueString":"x"}]}""")));

        Assert.Contains(issues, issue => issue.MessageId == "NAL-FORM-UNUSABLE" && issue.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Chains_of_conditions_are_followed_up_to_a_length_and_no_further()
    {
        Assert.Equal("", Told(Checked.Validator([Form(Chain(99))]), Response("""{"linkId":"i0","answer":[{"valueString":"x"}]}""")));
        Assert.Equal("NAL-FORM-UNUSABLE QuestionnaireResponse.questionnaire", Told(Checked.Validator([Form(Chain(4_000))]), Response("""{"linkId":"i0","answer":[{"valueString":"x"}]}""")));
    }

    [Fact]
    public void However_many_answers_there_are_the_budget_ends_it()
    {
        var answers = string.Join(',', Enumerable.Repeat("""{"linkId":"person","item":[{"linkId":"adult","answer":[{"valueBoolean":true}]}]}""", 20_000));
        var budget = new FhirPathBudget(1_000_000);

        Known.Validate(Checked.Content(Response(answers)), new() { Budget = budget });

        Assert.Equal(0, budget.Left);
    }

    private static string Chain(int length) => string.Join(',', Enumerable.Range(0, length).Select(index =>
        $$"""{"linkId":"i{{index}}","type":"string"{{(index == 0 ? "" : $$""","enableWhen":[{"question":"i{{index - 1}}","operator":"exists","answerBoolean":true}]""")}} }"""));

    private static string Form(string items) => $$"""{"resourceType":"Questionnaire","url":"{{Url}}","status":"active","item":[{{items}}]}""";

    private static string Response(string items, string status = "completed")
        => $$"""{"resourceType":"QuestionnaireResponse","status":"{{status}}","questionnaire":"{{Url}}"{{(items.Length == 0 ? "" : $",\"item\":[{items}]")}} }""";

    private static string Issues(string items, string status = "completed") => Told(Known, Response(items, status));

    // That a narrative is missing is advice for every resource here.
    private static string Told(Validator validator, string response)
        => Checked.Lines(validator.Validate(Checked.Content(response)).Where(issue => !issue.Text.Contains("dom-6", StringComparison.Ordinal)));
}
