using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Questionnaires;

/// <summary><c>QuestionnaireResponse/$extract</c>: what answers become, what is refused, and that an answered form changes the next card.</summary>
public sealed class ExtractTests(SharedForms shared) : IClassFixture<SharedForms>
{
    private readonly FhirHttp _fhir = shared.WithOwn("qqown");

    [Fact]
    public async Task A_withdrawal_score_of_eight_makes_the_next_card_critical()
    {
        await StorePatientAsync();
        var before = await Ehr.IndicatorAsync(_fhir, "PW-08");

        await StoreExtractedAsync(Answers.Cows(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0));

        Assert.Equal(("info", "critical"), (before, await Ehr.IndicatorAsync(_fhir, "PW-08")));
    }

    // 18 November ends 3 days and 9 hours before the start: less than the 7 days that are asked for after short-acting opioids.
    [Fact]
    public async Task A_last_use_four_days_ago_makes_the_next_card_critical()
    {
        await StorePatientAsync();
        var before = await Ehr.IndicatorAsync(_fhir, "PW-02");

        await StoreExtractedAsync(Answers.Candidate(Answers.Item("last-opioid-short", "\"valueDate\":\"2026-11-18\"")));

        Assert.Equal((null, "critical"), (before, await Ehr.IndicatorAsync(_fhir, "PW-02")));
    }

    [Fact]
    public async Task What_comes_of_a_response_of_a_programme_has_its_labels_and_those_by_code_follow_the_content()
    {
        const string Act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
        using var programme = new Security.Support.AccessServer(null, true, ("Clock:Now", "2026-11-22T09:00:00-05:00"));
        await programme.PutAsync(null, """{"resourceType":"Patient","id":"qqown"}""");
        var response = JsonNode.Parse(Answers.Cows(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0))!;
        response["meta"] = JsonNode.Parse($$"""{"security":[{"system":"{{Act}}","code":"PSY"}]}""");
        var stored = await programme.PutAsync(Security.Support.Callers.Programme, response.ToJsonString());
        var byCode = stored.DeepClone();
        foreach (var label in byCode["meta"]!["security"]!.AsArray().Where(label => label!["extension"] is not null))
            label!["extension"]![0]!["valueCoding"]!["system"] = "https://fhirnaltrexone.example.org/fhir/CodeSystem/sensitivity-rules";

        var bundle = await programme.GetAsync(Security.Support.Callers.Programme, "QuestionnaireResponse/qqown-answers/$extract");
        using var answer = await programme.SendAsync(Security.Support.Callers.Programme, "POST", "QuestionnaireResponse/$extract", byCode.ToJsonString());

        Assert.Contains("sec-label-classifier", stored.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Labels(bundle), labels => Assert.Equal(["42CFRPart2", "NORDSCLCD", "PERSISTLABEL", "PSY", "R", "SUD"], labels.Select(label => (string)label!["code"]!).Order()));
        Assert.All(Labels(bundle), labels => Assert.All(labels, label => Assert.Null(label!["extension"])));
        Assert.All(Labels(await answer.JsonAsync()), labels => Assert.Equal(["PSY"], labels.Select(label => (string)label!["code"]!)));

        static IEnumerable<JsonArray> Labels(JsonNode bundle) => bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!["meta"]!["security"]!.AsArray());
    }

    [Fact]
    public async Task A_stored_response_counts_without_being_extracted_where_the_rules_read_it()
    {
        await StorePatientAsync();

        await _fhir.StoreAsync(Answers.Candidate(Answers.Item("last-opioid-short", "\"valueDate\":\"2026-11-18\"")));

        Assert.Equal("critical", await Ehr.IndicatorAsync(_fhir, "PW-02"));
    }

    [Fact]
    public async Task Extracting_twice_makes_one_record_and_an_amended_response_amends_it()
    {
        await StorePatientAsync();
        await StoreExtractedAsync(Answers.Cows(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0));
        await StoreExtractedAsync(Answers.Cows(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0));
        await StoreExtractedAsync(Answers.Cows(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).Replace("completed", "amended", StringComparison.Ordinal));

        var found = await SearchAsync("Observation?patient=qqown");

        Assert.Equal((1, "amended", 0), (found.Count, (string?)found[0]["status"], (int)found[0]["valueInteger"]!));
        Assert.Null(await Ehr.IndicatorAsync(_fhir, "PW-08"));
    }

    [Fact]
    public async Task What_an_amended_response_does_not_say_any_more_is_withdrawn_and_all_of_one_in_error()
    {
        await StorePatientAsync();
        var both = Answers.Candidate(Answers.Item("last-opioid-short", "\"valueDate\":\"2026-11-18\""), Answers.Item("last-opioid-kratom", "\"valueDate\":\"2026-11-19\""));
        await StoreExtractedAsync(both);
        Assert.Equal(2, (await SearchAsync("Observation?patient=qqown")).Count);

        await StoreExtractedAsync(Answers.Candidate(Answers.Item("last-opioid-kratom", "\"valueDate\":\"2026-11-19\"")).Replace("completed", "amended", StringComparison.Ordinal));
        var left = Assert.Single(await SearchAsync("Observation?patient=qqown"));
        Assert.Equal("kratom", (string?)left["component"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"]);

        await StoreExtractedAsync(both.Replace("completed", "entered-in-error", StringComparison.Ordinal));
        Assert.Empty(await SearchAsync("Observation?patient=qqown"));
    }

    [Fact]
    public async Task Each_answer_becomes_the_record_that_the_rules_read()
    {
        var bundle = await ExtractAsync(Repository.Read("profiles/generated/examples/QuestionnaireResponse-example-candidate-answers.json"));

        var records = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).ToList();
        Assert.Equal(
            ["44260-8 LA6568-5", "44261-6 7 {score}", "82810-3 60001007", "cows-total 0", "last-opioid-use 2026-09 long-acting", "last-opioid-use 2026-11-05 illicit-fentanyl", "naloxone-challenge 260385009"],
            records.Select(Shown).Order(StringComparer.Ordinal));
        Assert.All(records, record => Assert.Equal(("final", "Patient/example-patient", "QuestionnaireResponse/example-candidate-answers"),
            ((string?)record["status"], (string?)record["subject"]!["reference"], (string?)record["derivedFrom"]![0]!["reference"])));
        Assert.Equal("2026-11-22T07:30:00-05:00", (string?)records.Single(record => Shown(record).StartsWith("naloxone", StringComparison.Ordinal))["effectiveDateTime"]);
    }

    [Theory]
    [InlineData("2026-11-22", "0", "2026-11-22")]
    [InlineData("2026-11-22", "0", "2026-11-21")]
    [InlineData("2026-11-22", "6", "2026-11-15")]
    [InlineData("2024-03-01", "1", "2024-02-28")]
    [InlineData("2025-03-01", "0", "2025-02-28")]
    [InlineData("2027-01-01", "365", "2025-12-31")]
    [InlineData("2026-03-09", "7", "2026-03-01")]
    public async Task Days_without_opioids_are_whole_days_after_the_day_of_the_last_use(string authored, string days, string last)
    {
        var right = await ExtractResponseAsync(Days(days));
        var wrong = await ExtractResponseAsync(Days($"{int.Parse(days, System.Globalization.CultureInfo.InvariantCulture) + 1}"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (right.StatusCode, wrong.StatusCode));
        Assert.Contains("NAL-FORM-CALCULATED", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        string Days(string value) => Answers.Candidate(Answers.Item("last-opioid-short", $"\"valueDate\":\"{last}\""), Answers.Item("days-free", $"\"valueInteger\":{value}"))
            .Replace("2026-11-22T08:15:00-05:00", $"{authored}T08:15:00-05:00", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"status\":\"completed\"", "\"status\":\"in-progress\"", "business-rule", "QuestionnaireResponse.status")]
    [InlineData("\"status\":\"completed\"", "\"status\":\"stopped\"", "business-rule", "QuestionnaireResponse.status")]
    [InlineData("\"subject\"", "\"source\"", "required", "QuestionnaireResponse.subject")]
    [InlineData("\"reference\":\"Patient/", "\"display\":\"Patient/", "required", "QuestionnaireResponse.subject")]
    [InlineData("\"reference\":\"Patient/", "\"reference\":\"Group/", "business-rule", "QuestionnaireResponse.subject")]
    [InlineData("Questionnaire/cows", "Questionnaire/unknown", "not-found", "QuestionnaireResponse.questionnaire")]
    [InlineData("\"valueInteger\":8", "\"valueInteger\":9", "value", "QuestionnaireResponse.item[11].answer[0].value")]
    [InlineData("\"linkId\":\"pulse\"", "\"linkId\":\"puls\"", "not-found", "QuestionnaireResponse.item[0].linkId")]
    [InlineData("pulse-1", "pulse-3", "code-invalid", "QuestionnaireResponse.item[0].answer[0].value")]
    public async Task What_does_not_fit_is_refused_and_told(string text, string other, string code, string place)
    {
        using var response = await ExtractResponseAsync(Answers.Cows(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0).Replace(text, other, StringComparison.Ordinal));

        Assert.Contains(await Outcome.ReadAsync(response, HttpStatusCode.UnprocessableEntity), issue => issue.Code == code && issue.Expression == place);
    }

    [Fact]
    public async Task Answers_to_what_is_not_asked_are_refused()
    {
        using var response = await ExtractResponseAsync(Answers.Candidate(
            """{"linkId":"mental","item":[{"linkId":"cssrs-intent","answer":[{"valueCoding":{"system":"http://loinc.org","code":"LA33-6"}}]}]}"""));

        Assert.Contains(await Outcome.ReadAsync(response, HttpStatusCode.UnprocessableEntity), issue => issue.Expression == "QuestionnaireResponse.item[0].item[0]");
    }

    [Fact]
    public async Task A_questionnaire_given_along_or_stored_counts_as_well()
    {
        const string form = """
            {"resourceType":"Questionnaire","id":"other","url":"http://example.org/Questionnaire/other","status":"active","item":[{"linkId":"weight","type":"decimal","code":[{"system":"http://example.org/c","code":"w"}],
             "extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract","valueBoolean":true},
              {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unit","valueCoding":{"system":"http://unitsofmeasure.org","code":"kg","display":"kg"}}]}]}
            """;
        var response = Answers.Response("http://example.org/Questionnaire/other", Answers.Item("weight", "\"valueDecimal\":70.50"));

        var given = await ExtractAsync(response, form);
        await _fhir.StoreAsync(form);
        var stored = await ExtractAsync(response);

        Assert.Equal(given.ToJsonString(), stored.ToJsonString());
        Assert.Equal("""{"value":70.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}""", stored["entry"]![0]!["resource"]!["valueQuantity"]!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_that_is_sent_is_overlooked()
    {
        var response = Answers.Cows(1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0);
        var sent = $$$"""{"name":"questionnaire-response","resource":{{{response}}}}""";
        var twice = $$$"""{"resourceType":"Parameters","parameter":[{{{sent}}},{{{sent}}},{"name":"foo","valueString":"x"}]}""";

        using var answer = await _fhir.PostAsync("/fhir/QuestionnaireResponse/$extract", twice);

        Assert.Equal(["foo", "questionnaire-response"], (await Outcome.ReadAsync(answer, HttpStatusCode.BadRequest)).Select(issue => issue.Expression).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("http://example.org/other", "")]
    [InlineData("http://example.org/q", "2")]
    public async Task A_questionnaire_given_along_must_be_the_one_of_the_response(string url, string version)
    {
        var form = $$"""{"resourceType":"Questionnaire","url":"{{url}}","version":"{{version}}","status":"active","item":[{"linkId":"a","type":"string"}]}""".Replace("\"version\":\"\",", "", StringComparison.Ordinal);

        using var answer = await ExtractResponseAsync(Answers.Response("http://example.org/q|1", Answers.Item("a", "\"valueString\":\"x\"")), form);

        Assert.Contains(await Outcome.ReadAsync(answer, HttpStatusCode.UnprocessableEntity), issue => issue.Expression == "QuestionnaireResponse.questionnaire");
    }

    [Fact]
    public async Task When_nothing_becomes_a_record_that_is_said()
    {
        using var response = await ExtractResponseAsync(Answers.Candidate(Answers.Item("motivation", "\"valueInteger\":3")));

        var answer = await response.JsonAsync();
        Assert.Equal(("Parameters", "informational"), ((string?)answer["resourceType"], (string?)answer["parameter"]![1]!["resource"]!["issue"]![0]!["code"]));
    }

    [Theory]
    [InlineData("""{"linkId":"a","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}]},{"linkId":"b","type":"string","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]}""")]
    [InlineData("""{"linkId":"a","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtract","extension":[{"url":"template","valueReference":{"reference":"#none"}}]}]}""")]
    [InlineData("""{"linkId":"a","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract","valueBoolean":true}]}""")]
    [InlineData("""{"linkId":"a","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-definitionExtract","valueString":"x"}]}""")]
    public async Task Questionnaires_that_cannot_be_used_are_refused(string items)
    {
        var form = $$"""{"resourceType":"Questionnaire","url":"http://example.org/q","status":"active","item":[{{items}}]}""";

        using var response = await ExtractResponseAsync(Answers.Response("http://example.org/q", Answers.Item("a", "\"valueString\":\"x\"")), form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    private static string Shown(JsonNode record)
    {
        var value = record["valueDateTime"] ?? record["valueInteger"] ?? record["valueQuantity"]?["value"] ?? record["valueCodeableConcept"]!["coding"]![0]!["code"]!;
        var more = record["valueQuantity"]?["code"] ?? record["component"]?[0]?["valueCodeableConcept"]!["coding"]![0]!["code"];
        return $"{record["code"]!["coding"]![0]!["code"]} {value} {more}".TrimEnd();
    }

    private Task<JsonObject> StorePatientAsync() => _fhir.StoreAsync("""{"resourceType":"Patient","id":"qqown","gender":"female","birthDate":"1990-03-02"}""");

    private async Task StoreExtractedAsync(string response)
    {
        await _fhir.StoreAsync(response);
        using var extracted = await _fhir.PostAsync($"/fhir/QuestionnaireResponse/{JsonNode.Parse(response)!["id"]}/$extract", null);
        var answer = await extracted.JsonAsync();
        var bundle = (string?)answer["resourceType"] == "Parameters" ? answer["parameter"]![0]!["resource"]! : answer;
        using var stored = await _fhir.PostAsync("/fhir", bundle.ToJsonString());
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
    }

    private async Task<JsonObject> ExtractAsync(string response, string? questionnaire = null)
    {
        using var answer = await ExtractResponseAsync(response, questionnaire);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private Task<HttpResponseMessage> ExtractResponseAsync(string response, string? questionnaire = null)
    {
        var form = questionnaire is null ? "" : $$""",{"name":"questionnaire","resource":{{questionnaire}} }""";
        return _fhir.PostAsync("/fhir/QuestionnaireResponse/$extract", $$"""{"resourceType":"Parameters","parameter":[{"name":"questionnaire-response","resource":{{response}} }{{form}}]}""");
    }

    private async Task<IReadOnlyList<JsonNode>> SearchAsync(string query)
    {
        using var response = await _fhir.GetAsync($"/fhir/{query}");
        return (await response.JsonAsync())["entry"] is JsonArray entries ? [.. entries.Select(entry => entry!["resource"]!)] : [];
    }
}
