using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Terminology.Operations;

/// <summary>ValueSet/$validate-code and CodeSystem/$validate-code (FHIR R4).</summary>
[Collection<TerminologyContent>]
public sealed class ValidateCodeTests(TerminologyContent content)
{
    private const string Animals = "http://example.org/animals";
    private const string Gender = "http://hl7.org/fhir/ValueSet/administrative-gender";

    private readonly FhirHttp _fhir = content.Fhir;

    [Theory]
    [InlineData($"/fhir/ValueSet/$validate-code?url=http://example.org/birds&system={Animals}&code=owl", "true", "Owl")]
    [InlineData($"/fhir/ValueSet/birds/$validate-code?system={Animals}&code=owl&display=eule", "true", "Owl")]
    [InlineData($"/fhir/ValueSet/birds/$validate-code?system={Animals}&code=owl&display=Eagle", "false", "Owl")]
    [InlineData($"/fhir/ValueSet/birds/$validate-code?system={Animals}&code=fish", "false", null)]
    [InlineData($"/fhir/ValueSet/birds/$validate-code?coding={Animals}%7Cowl", "true", "Owl")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?coding=%7Cowl", "false", null)]
    [InlineData("/fhir/ValueSet/birds/$validate-code?coding=%7Cowl&inferSystem=true", "true", "Owl")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?code=owl&inferSystem=true", "true", "Owl")]
    [InlineData($"/fhir/ValueSet/$validate-code?url={Gender}&code=female&inferSystem=true", "true", "Female")]
    [InlineData($"/fhir/ValueSet/$validate-code?url={Gender}&system=http://hl7.org/fhir/administrative-gender&code=f", "false", null)]
    [InlineData($"/fhir/CodeSystem/$validate-code?url={Animals}&code=owl", "true", "Owl")]
    [InlineData($"/fhir/CodeSystem/$validate-code?url={Animals}&code=unicorn", "false", null)]
    [InlineData("/fhir/CodeSystem/animals/$validate-code?code=bird&display=Bird", "true", "Bird")]
    [InlineData("/fhir/CodeSystem/$validate-code?url=urn:iso:std:iso:4217&code=USD", "true", "US Dollar")]
    [InlineData("/fhir/CodeSystem/$validate-code?url=http://unitsofmeasure.org&code=mg%2FdL", "true", null)]
    public async Task A_code_is_valid_or_not(string path, string result, string? display)
    {
        using var response = await _fhir.GetAsync(path);
        var parameters = await response.JsonAsync();

        Assert.True(response.IsSuccessStatusCode, parameters.ToJsonString());
        Assert.Equal((result, display), (parameters.Parameter("result"), parameters.Parameter("display")));
        Assert.Equal(result == "false", parameters.Parameter("message") is not null);
    }

    [Theory]
    [InlineData("""{"coding":[{"system":"http://example.org/other","code":"x"},{"system":"http://example.org/animals","code":"owl"}]}""", "true")]
    [InlineData("""{"coding":[{"system":"http://example.org/animals","code":"fish"}]}""", "false")]
    [InlineData("""{"coding":[{"system":"http://example.org/animals"}]}""", "false")]
    [InlineData("""{"text":"an owl"}""", "false")]
    public async Task One_right_coding_of_a_concept_is_enough(string concept, string result)
    {
        using var response = await _fhir.PostAsync(
            "/fhir/ValueSet/birds/$validate-code", $$"""{"resourceType":"Parameters","parameter":[{"name":"codeableConcept","valueCodeableConcept":{{concept}}}]}""");

        Assert.Equal(result, (await response.JsonAsync()).Parameter("result"));
    }

    [Fact]
    public async Task A_coding_and_a_value_set_can_be_sent()
    {
        using var response = await _fhir.PostAsync(
            "/fhir/ValueSet/$validate-code",
            """{"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{"resourceType":"ValueSet","status":"draft","compose":{"include":[{"system":"http://snomed.info/sct","concept":[{"code":"1"}]}]}}},{"name":"coding","valueCoding":{"system":"http://snomed.info/sct","code":"1"}}]}""");

        Assert.Equal("true", (await response.JsonAsync()).Parameter("result"));
    }

    [Fact]
    public async Task A_code_system_can_be_sent()
    {
        using var response = await _fhir.PostAsync(
            "/fhir/CodeSystem/$validate-code",
            """{"resourceType":"Parameters","parameter":[{"name":"codeSystem","resource":{"resourceType":"CodeSystem","url":"http://example.org/mine","status":"draft","content":"complete","concept":[{"code":"a","display":"A"}]}},{"name":"code","valueCode":"a"}]}""");

        Assert.Equal("A", (await response.JsonAsync()).Parameter("display"));
    }

    [Theory]
    [InlineData("owl", "true")]
    [InlineData("unicorn", "false")]
    public async Task Codings_of_other_code_systems_are_left_aside(string code, string result)
    {
        using var response = await _fhir.PostAsync(
            "/fhir/CodeSystem/animals/$validate-code",
            $$$"""{"resourceType":"Parameters","parameter":[{"name":"codeableConcept","valueCodeableConcept":{"coding":[{"system":"http://example.org/other","code":"x"},{"system":"http://example.org/animals","code":"{{{code}}}"}]}}]}""");

        Assert.Equal(result, (await response.JsonAsync()).Parameter("result"));
    }

    [Theory]
    [InlineData("http://snomed.info/sct", "404684003")]
    [InlineData("http://loinc.org", "0000-0")]
    public async Task What_cannot_be_decided_offline_is_said_and_not_guessed(string system, string code)
    {
        using var response = await _fhir.GetAsync($"/fhir/CodeSystem/$validate-code?url={system}&code={code}");

        Assert.Contains("offline", (string)(await response.IssueAsync(422))["diagnostics"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subsumption_of_SNOMED_CT_is_undecided()
    {
        using var response = await _fhir.GetAsync("/fhir/ValueSet/disorders/$validate-code?system=http://snomed.info/sct&code=75544000");

        Assert.Equal("not-supported", (string?)(await response.IssueAsync(422))["code"]);
    }

    [Theory]
    [InlineData("/fhir/ValueSet/birds/$validate-code")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?code=owl")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?code=&system=s")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?code=owl&system=s&coding=s%7Cowl")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?coding=owl")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?coding=a%7Cb%7Cc")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?codeableConcept=owl")]
    [InlineData("/fhir/ValueSet/birds/$validate-code?code=owl&system=s&abstract=1")]
    [InlineData("/fhir/ValueSet/$validate-code?code=owl&system=s")]
    [InlineData("/fhir/ValueSet/$validate-code?code=owl&system=s&context=http://example.org/x")]
    [InlineData("/fhir/CodeSystem/$validate-code?code=owl")]
    [InlineData("/fhir/CodeSystem/animals/$validate-code?coding=http://example.org/other%7Cowl")]
    public async Task A_question_that_is_not_clear_is_refused(string path)
    {
        using var response = await _fhir.GetAsync(path);

        Assert.EndsWith(".", (string)(await response.IssueAsync(400))["diagnostics"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"coding","valueString":"x"}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"coding","valueCoding":{}}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"code","valueCoding":{"code":"owl"}},{"name":"system","valueUri":"s"}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"valueSet","valueString":"x"},{"name":"code","valueCode":"owl"},{"name":"system","valueUri":"s"}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{"resourceType":"Patient"}},{"name":"code","valueCode":"owl"},{"name":"system","valueUri":"s"}]}""")]
    [InlineData("""{"resourceType":"Parameters"}""")]
    [InlineData("""{"resourceType":"Patient"}""")]
    public async Task Parameters_of_the_wrong_kind_are_refused(string body)
    {
        using var response = await _fhir.PostAsync("/fhir/ValueSet/$validate-code", body);

        await response.IssueAsync(400);
    }
}
