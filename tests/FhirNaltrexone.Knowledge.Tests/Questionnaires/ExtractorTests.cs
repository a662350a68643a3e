using System.Text.Json;
using FhirNaltrexone.Knowledge.Questionnaires;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Knowledge.Tests.Questionnaires;

/// <summary>Extraction by templates and observations, on small questionnaires (Structured Data Capture, form data extraction).</summary>
public sealed class ExtractorTests
{
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    [Theory]
    [InlineData("answer.value", """{"resourceType":"Basic","code":{"text":"a"} }|{"resourceType":"Basic","code":{"text":"b"} }""")]
    [InlineData("answer.value & '!'", """{"resourceType":"Basic","code":{"text":"a!"} }|{"resourceType":"Basic","code":{"text":"b!"} }""")]
    [InlineData("%resource.item.count()", """{"resourceType":"Basic","code":{"text":2} }|{"resourceType":"Basic","code":{"text":2} }""")]
    public void A_template_is_filled_once_for_each_occurrence(string expression, string expected)
        => Assert.Equal(expected.Replace(" }", "}", StringComparison.Ordinal), Resources(Extract(
            $$"""{"resourceType":"Basic","id":"t","code":{"_text":{{Value(expression)}} } }""", """{"linkId":"q","answer":[{"valueString":"a"}]},{"linkId":"q","answer":[{"valueString":"b"}]}""")));

    [Theory]
    [InlineData("what was static goes too", """{"language":"en","code":{"text":"static","_text":VALUE} }""", "{}", """{"language":"en","code":{} }""")]
    [InlineData("nothing replaces a default", """{"language":"en","code":{"text":"x"},"_language":VALUE}""", "{}", """{"code":{"text":"x"} }""")]
    [InlineData("several into a list", """{"code":{"coding":[{"system":"s","_code":VALUE}]} }""", "'c'", """{"code":{"coding":[{"system":"s","code":"c"}]} }""")]
    public void What_gives_nothing_is_left_out(string why, string template, string expression, string expected)
    {
        var text = $$"""{"resourceType":"Basic","id":"t",{{template.Replace("VALUE", Value(expression), StringComparison.Ordinal)[1..]}}""";

        var told = Resources(Extract(text, """{"linkId":"q","answer":[{"valueString":"a"}]}"""));

        Assert.True(told == Expected(expected), $"{why}: {told}");
    }

    [Fact]
    public void An_element_is_repeated_for_each_item_of_its_context()
    {
        var template = $$"""
            {"resourceType":"Basic","id":"t","code":{"coding":[{"extension":[{"url":"{{Sdc}}templateExtractContext","valueString":"%resource.item.answer"}],"system":"s","_code":{{Value("value")}} }]} }
            """;

        Assert.Equal(
            """{"resourceType":"Basic","code":{"coding":[{"system":"s","code":"a"},{"system":"s","code":"b"}]}}""",
            Resources(Extract(template, """{"linkId":"q","answer":[{"valueString":"a"},{"valueString":"b"}]}""")));
    }

    [Theory]
    [InlineData("answer.value", "takes one value")]
    [InlineData("%NewPatientId", "no variable")]
    [InlineData("answer.value.foo(", "")]
    public void What_cannot_be_filled_is_an_error(string expression, string text)
    {
        var result = Extract($$"""{"resourceType":"Basic","id":"t","code":{"_text":{{Value(expression)}} } }""", """{"linkId":"q","answer":[{"valueString":"a"},{"valueString":"b"}]}""");

        Assert.False(result.IsDone);
        Assert.Contains(result.Issues, issue => issue.Text.Contains(text, StringComparison.Ordinal) && issue.Expression == "QuestionnaireResponse.item[0]");
    }

    [Fact]
    public void A_template_that_says_how_it_is_found_again_is_done_as_it_says()
    {
        var form = Form("""{"resourceType":"Basic","id":"t","code":{"text":"x"}}""", """{"url":"resourceId","valueString":"'own-' + answer.value"},{"url":"ifMatch","valueString":"'W/1'"}""");

        var record = Assert.Single(Extractor.Extract(form, Response("""{"linkId":"q","answer":[{"valueString":"a"}]}"""), new()).Records);

        Assert.Equal(("PUT", "Basic/own-a", "ifMatch", "W/1"), (record.Method, record.Url, record.Conditions[0].Key, record.Conditions[0].Value));
    }

    [Fact]
    public void The_budget_ends_it()
    {
        var budget = new FhirPathBudget(2_000);
        var answers = string.Join(',', Enumerable.Repeat("""{"linkId":"q","answer":[{"valueString":"a"}]}""", 1_000));

        var result = Extractor.Extract(Form($$"""{"resourceType":"Basic","id":"t","code":{"_text":{{Value("%resource.descendants().count().toString()")}} } }""", ""), Response(answers), new() { Budget = budget });

        Assert.Equal((false, 0), (result.IsDone, budget.Left));
    }

    private static string Value(string expression) => $$"""{"extension":[{"url":"{{Sdc}}templateExtractValue","valueString":"{{expression}}"}]}""";

    private static ExtractionResult Extract(string template, string items) => Extractor.Extract(Form(template, ""), Response(items), new());

    private static Form Form(string template, string more) => Validation.Questionnaires.Form.Read(JsonElement.Parse($$"""
        {"resourceType":"Questionnaire","status":"active","contained":[{{template}}],"item":[{"linkId":"q","type":"string","repeats":true,
         "extension":[{"url":"{{Sdc}}templateExtract","extension":[{"url":"template","valueReference":{"reference":"#t"} }{{(more.Length > 0 ? "," : "")}}{{more}}]}]}]}
        """));

    private static JsonElement Response(string items) => JsonElement.Parse(
        $$"""{"resourceType":"QuestionnaireResponse","id":"r","status":"completed","subject":{"reference":"Patient/p"},"authored":"2026-11-22","item":[{{items}}]}""");

    // Without the identifiers, which are the same for the same answer and are tried elsewhere.
    private static string Resources(ExtractionResult result)
    {
        Assert.Equal([], result.Issues);
        foreach (var record in result.Records) record.Resource!.Remove("identifier");
        return string.Join('|', result.Records.Select(record => record.Resource!.ToJsonString()));
    }

    private static string Expected(string members) => $$"""{"resourceType":"Basic",{{members[1..]}}""".Replace(" }", "}", StringComparison.Ordinal).Replace(",\"code\":{}", "", StringComparison.Ordinal);
}
