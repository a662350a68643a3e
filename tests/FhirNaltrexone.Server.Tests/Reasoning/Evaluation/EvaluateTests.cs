using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Tests.Reasoning.Evaluation;

/// <summary>Library/$evaluate over HTTP: values by the mapping, with what the rules must find worked out by hand.</summary>
public sealed class EvaluateTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private const string Base = "https://fhirnaltrexone.example.org/fhir";
    private const string Address = "/fhir/Library/WithdrawalRules/$evaluate";
    private const string Now = """{"name":"now","valueDateTime":"2026-11-22T09:00:00-05:00"}""";
    private const string Subject = """{"name":"subject","valueString":"Patient/pt"}""";
    private const string Patient = """{"resource":{"resourceType":"Patient","id":"pt","gender":"female","birthDate":"1990-03-02"}}""";

    // Morphine, RxNorm 7052, active and without end: PW-01 of the catalogue.
    private const string Opioid =
        """{"resource":{"resourceType":"MedicationRequest","id":"morphine","status":"active","intent":"order","authoredOn":"2026-11-20","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7052"}]},"subject":{"reference":"Patient/pt"}}}""";

    private const string Draft =
        """{"name":"parameters","resource":{"resourceType":"Parameters","parameter":[{"name":"Hook","valueString":"order-sign"},{"name":"Draft Medication Requests","resource":{"resourceType":"MedicationRequest","id":"draft","status":"draft","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"637213"}]},"subject":{"reference":"Patient/PATIENT"}}}]}}""";

    private readonly FhirHttp _fhir = shared.WithOwn();

    private const string Kept =
        """{"resource":{"resourceType":"MedicationRequest","id":"kept","status":"draft","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1483780"}]},"subject":{"reference":"Patient/pt"}}}""";

    private const string Taken =
        """{"resource":{"resourceType":"MedicationStatement","id":"taken","status":"active","effectiveDateTime":"2026-11-21","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1483780"}]},"subject":{"reference":"Patient/pt"}}}""";

    private static string OwnDraft => Draft.Replace("PATIENT", "pt", StringComparison.Ordinal);

    [Fact]
    public async Task A_rule_applies_to_a_draft_and_an_active_opioid_in_the_data()
    {
        var answer = await AnswerAsync(Address, Subject, Now, Data(Patient, Opioid), OwnDraft, Expression("PW-01 Applies"), Expression("PW-01 Priority"));

        Assert.Equal(["PW-01 Applies", "PW-01 Priority"], Names(answer));
        Assert.True((bool)answer[0]!["valueBoolean"]!);
        Assert.Equal("stat", (string)answer[1]!["valueString"]!);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Without_the_draft_or_without_the_opioid_it_does_not(bool hasDraft, bool hasOpioid)
    {
        string[] parameters = [Subject, Now, Data(hasOpioid ? [Patient, Opioid] : [Patient]), Expression("PW-01 Applies"), hasDraft ? OwnDraft : At("order-sign")];

        var answer = await AnswerAsync(Address, parameters);

        Assert.False((bool)answer[^1]!["valueBoolean"]!);
        Assert.Equal(!hasDraft, Told(answer).Contains("no draft order", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_expression_every_define_has_its_entries_in_the_order_of_the_library_and_the_answer_is_R4()
    {
        var answer = await AnswerAsync("/fhir/Library/UrineTests/$evaluate", Subject, Now, Data(Patient));

        Assert.Contains("Results", Names(answer));
        var results = answer.Single(one => (string)one!["name"]! == "Results")!;
        Assert.Equal("http://hl7.org/fhir/StructureDefinition/cqf-isEmptyList", (string)results["_valueBoolean"]!["extension"]![0]!["url"]!);
    }

    [Fact]
    public async Task Stored_data_is_read_unless_it_is_not_wanted_and_GET_does_as_POST()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"evaluated"}""");
        await _fhir.StoreAsync("""{"resourceType":"MedicationAdministration","id":"evaluated-xr","status":"completed","medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"637213"}]},"subject":{"reference":"Patient/evaluated"},"effectiveDateTime":"2026-11-01T10:00:00Z"}""");
        const string Query = "?subject=Patient/evaluated&now=2026-11-22T09:00:00Z&expression=XR%20Injections";

        using var read = await _fhir.GetAsync($"/fhir/Library/NaltrexoneTreatment/$evaluate{Query}");
        using var byUrl = await _fhir.GetAsync($"/fhir/Library/$evaluate{Query}&url={Base}/Library/NaltrexoneTreatment");
        using var nowhere = await _fhir.GetAsync($"/fhir/Library/NaltrexoneTreatment/$evaluate{Query}&useServerData=false");

        var text = await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("evaluated-xr", text, StringComparison.Ordinal);
        Assert.Equal(text, await byUrl.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await nowhere.IssueAsync(404);
    }

    [Fact]
    public async Task Data_of_another_patient_is_left_out_and_said()
    {
        var foreign = Opioid.Replace("Patient/pt", "Patient/other", StringComparison.Ordinal);

        var answer = await AnswerAsync(Address, Subject, Now, Data(Patient, foreign), OwnDraft, Expression("PW-01 Applies"));

        Assert.Equal(["evaluation warning", "PW-01 Applies"], Names(answer));
        Assert.False((bool)answer[1]!["valueBoolean"]!);
    }

    /// <summary>OD-01 of the catalogue: a draft kept in the record, and no reversal agent.</summary>
    [Theory]
    [InlineData("patient-view", true)]
    [InlineData("order-sign", true)]
    [InlineData("encounter-discharge", false)]
    public async Task A_draft_of_the_record_is_judged_at_the_hook(string hook, bool applies)
    {
        var answer = await AnswerAsync("/fhir/Library/OverdoseRules/$evaluate", Subject, Now, Data(Patient, Kept), At(hook), Expression("OD-01 Applies"));

        Assert.Equal(["OD-01 Applies"], Names(answer));
        Assert.Equal(applies, (bool)answer[0]!["valueBoolean"]!);
    }

    /// <summary>OP-04 of the catalogue judges appointments.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Where_no_appointment_is_there_to_be_judged_the_answer_says_so(bool isGiven, bool isSaid)
    {
        const string Appointment = """{"name":"Context Appointments","resource":{"resourceType":"Appointment","status":"proposed","participant":[{"actor":{"reference":"Patient/pt"},"status":"tentative"}]}}""";
        const string Hook = """{"name":"Hook","valueString":"appointment-book"}""";

        var answer = await AnswerAsync(
            "/fhir/Library/OpioidBlockadeRules/$evaluate", Subject, Now, Data(Patient), isGiven ? Given(Hook, Appointment) : Given(Hook), Expression("OP-04 Applies"));

        Assert.Equal(isSaid, Told(answer).Contains("no appointment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_hook_the_answer_names_what_depends_on_one()
    {
        var answer = await AnswerAsync(
            "/fhir/Library/OverdoseRules/$evaluate", Subject, Now, Data(Patient, Kept), Expression("OD-01 Applies"), Expression("Newest Reversal Agent"));

        Assert.Equal(["evaluation warning", "OD-01 Applies", "Newest Reversal Agent"], Names(answer));
        Assert.Equal("incomplete", (string)answer[0]!["resource"]!["issue"]![0]!["code"]!);
        Assert.Contains("patient-view: OD-01 Applies", Told(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("encounter-discharge:", Told(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Newest Reversal Agent", Told(answer), StringComparison.Ordinal);
    }

    /// <summary>A draft of a type that no rule retrieves: at a hook it comes with the call, and here it must be looked for (PW-14).</summary>
    [Fact]
    public async Task Without_hook_drafts_that_are_stored_are_compared_too()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"OWN"}""");
        await _fhir.StoreAsync("""{"resourceType":"ServiceRequest","id":"OWN-detox","status":"draft","intent":"order","subject":{"reference":"Patient/OWN"},"code":{"coding":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation","code":"anesthesia-assisted-detox"}]}}""");

        var answer = await AnswerAsync("/fhir/Library/WithdrawalRules/$evaluate", """{"name":"subject","valueString":"Patient/OWN"}""", Now, Expression("PW-14 Applies"));

        Assert.Contains("order-sign: PW-14 Applies", Told(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaltrexoneContext", "Names That Matter", null)]
    [InlineData("UrineTests", "Results", "information")]
    public async Task Where_no_hook_gives_another_value_that_is_no_warning(string library, string define, string? severity)
    {
        var answer = await AnswerAsync($"/fhir/Library/{library}/$evaluate", Subject, Now, Data(Patient), Expression(define));

        Assert.Equal(severity, (string?)answer[0]!["resource"]?["issue"]![0]!["severity"]);
    }

    /// <summary>DQ-01 at a visit of a patient on naltrexone: what its rules read was not read.</summary>
    [Fact]
    public async Task What_the_client_could_not_read_is_no_proof_of_absence()
    {
        const string Hook = """{"name":"Hook","valueCode":"patient-view"}""";
        const string Address = "/fhir/Library/DataQualityRules/$evaluate";

        var all = await AnswerAsync(Address, Subject, Now, Data(Patient, Taken), Given(Hook), Expression("DQ-01 Monitoring Applies"));
        var part = await AnswerAsync(
            Address, Subject, Now, Data(Patient, Taken), Given(Hook, """{"name":"Unread Resource Types","valueString":"Observation"}"""), Expression("DQ-01 Monitoring Applies"));

        Assert.Equal((false, true), ((bool)all[^1]!["valueBoolean"]!, (bool)part[^1]!["valueBoolean"]!));
    }

    [Theory]
    [InlineData("/fhir/Library/NoSuch/$evaluate", 404, Subject)]
    [InlineData("/fhir/Library/$evaluate", 400, Subject)]
    [InlineData("/fhir/Library/$evaluate", 404, Subject, """{"name":"url","valueUri":"http://example.org/none"}""")]
    [InlineData(Address, 400)]
    [InlineData(Address, 400, """{"name":"subject","valueString":"Group/x"}""")]
    [InlineData(Address, 404, """{"name":"subject","valueString":"Patient/nobody"}""")]
    [InlineData(Address, 400, Subject, """{"name":"expression","valueString":"No such"}""")]
    [InlineData(Address, 400, Subject, """{"name":"now","valueDateTime":"2026-11-22"}""")]
    [InlineData(Address, 400, Subject, """{"name":"dataEndpoint","valueString":"x"}""")]
    [InlineData(Address, 400, Subject, """{"name":"library","valueString":"x"}""")]
    public async Task What_is_asked_wrongly_is_refused_with_the_reason(string address, int status, params string[] parameters)
    {
        using var response = await _fhir.PostAsync(address, Body(parameters));

        Assert.NotEmpty((string)(await response.IssueAsync(status))["diagnostics"]!);
    }

    [Theory]
    [InlineData("""{"name":"Short Opioid Critical Below","valueQuantity":{"value":1,"unit":"d","system":"http://unitsofmeasure.org","code":"d"}}""")]
    [InlineData("""{"name":"Draft Medication Requests","resource":{"resourceType":"Basic","code":{"text":"x"}}}""")]
    [InlineData("""{"name":"Draft Medication Requests","valueString":"x"}""")]
    [InlineData("""{"name":"Hook","valueString":"order-sing"}""")]
    [InlineData("""{"name":"Hook","valueBoolean":true}""")]
    [InlineData("""{"name":"Hook","valueString":"order-sign"},{"name":"Hook","valueString":"order-select"}""")]
    [InlineData("""{"name":"Selections","valueBoolean":true}""")]
    [InlineData("""{"name":"Unread Resource Types","valueString":"Medicine"}""")]
    [InlineData("""{"name":"Zone Offsets","valueString":"x"}""")]
    public async Task Thresholds_other_types_and_unknown_hooks_are_no_parameters_of_a_call(string parameter)
    {
        using var response = await _fhir.PostAsync(Address, Body(Subject, Data(Patient), $$$"""{"name":"parameters","resource":{"resourceType":"Parameters","parameter":[{{{parameter}}}]}}"""));

        Assert.Equal("parameters", (string)(await response.IssueAsync(400))["expression"]![0]!);
    }

    [Fact]
    public async Task A_draft_for_another_patient_is_refused()
    {
        using var response = await _fhir.PostAsync(Address, Body(Subject, Data(Patient), Draft.Replace("PATIENT", "other", StringComparison.Ordinal)));

        await response.IssueAsync(400);
    }

    [Fact]
    public async Task A_library_of_a_client_is_not_run()
    {
        await _fhir.StoreAsync("""{"resourceType":"Library","id":"theirs","status":"active","type":{"text":"x"},"content":[{"contentType":"text/cql","data":"bGlicmFyeSBY"}]}""");

        using var response = await _fhir.PostAsync("/fhir/Library/theirs/$evaluate", Body(Subject, Data(Patient)));

        await response.IssueAsync(422);
    }

    private async Task<JsonArray> AnswerAsync(string address, params string[] parameters)
    {
        using var response = await _fhir.PostAsync(address, Body(parameters));
        var text = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(text)}");
        Assert.Empty(new ContentReader().FromJson(text).Issues);
        return JsonNode.Parse(text)!["parameter"]!.AsArray();
    }

    private static IEnumerable<string> Names(JsonArray parameters) => parameters.Select(one => (string)one!["name"]!).Distinct();

    private static string Told(JsonArray parameters) => string.Join('\n', parameters.Where(one => (string)one!["name"]! == "evaluation warning")
        .SelectMany(one => one!["resource"]!["issue"]!.AsArray()).Select(issue => (string)issue!["diagnostics"]!));

    private static string At(string hook) => Given($$"""{"name":"Hook","valueString":"{{hook}}"}""");

    private static string Given(params string[] values)
        => $$$"""{"name":"parameters","resource":{"resourceType":"Parameters","parameter":[{{{string.Join(',', values)}}}]}}""";

    private static string Expression(string name) => $$"""{"name":"expression","valueString":"{{name}}"}""";

    private static string Data(params string[] entries)
        => $$$"""{"name":"data","resource":{"resourceType":"Bundle","type":"collection","entry":[{{{string.Join(',', entries)}}}]}},{"name":"useServerData","valueBoolean":false}""";

    private static string Body(params string[] parameters) => $$"""{"resourceType":"Parameters","parameter":[{{string.Join(',', parameters)}}]}""";
}
