using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

public sealed class LabelTests : IDisposable
{
    private const string Act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private const string Basis = "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-sec-label-basis";
    private const string Flu = """{"resourceType":"Condition","id":"flu","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"J11.1"}]} }""";
    private static readonly string[] OfProgramme = ["42CFRPart2", "NORDSCLCD", "PERSISTLABEL", "R", "SUD"];

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "F11.20", "OPIOIDUD R")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "F11.99", "OPIOIDUD R")]
    [InlineData("urn:oid:2.16.840.1.113883.6.90", "F11.20", "OPIOIDUD R")]
    [InlineData("http://snomed.info/sct", "75544000", "OPIOIDUD R")]
    [InlineData("http://snomed.info/sct", "1081000119105", "OPIOIDUD R")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "F10.20", "ETHUD R")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "F14.10", "R SUD")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "F17.200", "")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "E66.9", "")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "F32.9", "")]
    [InlineData("http://example.org/other", "F11.20", "")]
    [InlineData("http://snomed.info/sct", "5602001", "OPIOIDUD R")]
    [InlineData("http://snomed.info/sct", "87132004", "OPIOIDUD R")]
    [InlineData("http://snomed.info/sct", "7200002", "ETHUD R")]
    [InlineData("http://snomed.info/sct", "85561006", "ETHUD R")]
    [InlineData("http://snomed.info/sct", "31956009", "R SUD")]
    [InlineData("http://snomed.info/sct", "442406005", "R SUD")]
    [InlineData("http://snomed.info/sct", "85005007", "R SUD")]
    [InlineData("http://snomed.info/sct", "191816009", "R SUD")]
    [InlineData("http://snomed.info/sct", "66214007", "R SUD")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "O99.321", "R SUD")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "Z71.41", "ETHUD R")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "Z71.51", "R SUD")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "K70.30", "")]
    [InlineData("http://snomed.info/sct", "154211000119108", "")]
    [InlineData("http://snomed.info/sct", "416714005", "")]
    [InlineData("http://snomed.info/sct", "29733004", "OPIOIDUD R")]
    [InlineData("http://snomed.info/sct", "24165007", "ETHUD R")]
    [InlineData("http://snomed.info/sct", "266707007", "R SUD")]
    [InlineData("http://snomed.info/sct", "408945004", "")]
    [InlineData("https://www.cms.gov/research/umls/hcpccs", "G2070", "OPIOIDUD R")]
    [InlineData("https://www.cms.gov/research/umls/hcpccs", "G2073", "OPIOIDUD R SUD")]
    [InlineData("https://www.cms.gov/research/umls/hcpccs", "H0033", "")]
    [InlineData("https://www.cms.gov/research/umls/hcpccs", "H0015", "R SUD")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "K76.0", "")]
    [InlineData("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "H0020", "OPIOIDUD R")]
    [InlineData("https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "G2068", "OPIOIDUD R")]
    [InlineData("urn:oid:2.16.840.1.113883.6.285", "G2067", "OPIOIDUD R")]
    [InlineData("https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "J2315", "R SUD")]
    [InlineData("http://loinc.org", "75626-2", "ETHUD R")]
    [InlineData("http://loinc.org", "82667-7", "R SUD")]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "3554", "ETHUD R")]
    public async Task A_diagnosis_is_labelled_by_its_code(string system, string code, string expected)
    {
        var stored = await _server.PutAsync(null, $$$"""
            {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"{{{system}}}","code":"{{{code}}}"}]}}
            """);

        Assert.Equal(expected, string.Join(' ', Codes(stored)));
    }

    [Theory]
    [InlineData("7243", "F11.20", "OPIOIDUD R SUD")]
    [InlineData("1483744", "F10.20", "ETHUD R SUD")]
    [InlineData("637213", null, "R SUD")]
    [InlineData("1551468", "E66.9", "")]
    [InlineData("1551468", null, "")]
    [InlineData("7243", "E66.9", "")]
    [InlineData("864706", null, "R SUD")]
    [InlineData("864706", "G89.29", "")]
    [InlineData("864706", "F11.20", "OPIOIDUD R SUD")]
    [InlineData("161", null, "")]
    public async Task A_medicine_is_labelled_by_what_it_is_for(string drug, string? reason, string expected)
    {
        var coded = reason is null ? "" : $$$""","reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{{reason}}}"}]}]""";

        var stored = await _server.PutAsync(null, Order(drug, coded));

        Assert.Equal(expected, string.Join(' ', Codes(stored)));
    }

    [Theory]
    [InlineData("""{"text":"Opioid use disorder, severe"}""", "OPIOIDUD R")]
    [InlineData("""{"text":"naltrexone 50 mg"}""", "R SUD")]
    [InlineData("""{"text":"methylnaltrexone"}""", "")]
    [InlineData("""{"text":"Cocaine use disorder"}""", "R SUD")]
    [InlineData("""{"text":"Stimulant use disorder, mild"}""", "R SUD")]
    [InlineData("""{"text":"OUD in remission"}""", "OPIOIDUD R")]
    [InlineData("""{"text":"Tendinitis from playing the oud"}""", "")]
    [InlineData("""{"text":"Opiate dependence"}""", "OPIOIDUD R")]
    [InlineData("""{"text":"Opioid-use disorder"}""", "OPIOIDUD R")]
    [InlineData("""{"text":"Non-alcoholic fatty liver disease"}""", "")]
    [InlineData("""{"text":"Lofexidine 0.18 mg"}""", "OPIOIDUD R")]
    public async Task Words_count_where_there_is_no_code(string concept, string expected)
    {
        var stored = await _server.PutAsync(null, $$"""{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"code":{{concept}} }""");

        Assert.Equal(expected, string.Join(' ', Codes(stored)));
    }

    public static TheoryData<string, string> Elsewhere => new()
    {
        { """{"resourceType":"CarePlan","status":"active","intent":"plan","title":"Opioid use disorder","subject":{"reference":"Patient/p"} }""", "OPIOIDUD R" },
        { """{"resourceType":"Communication","status":"completed","subject":{"reference":"Patient/p"},"payload":[{"contentString":"Your naltrexone injection is due"}]}""", "R SUD" },
        { """{"resourceType":"Observation","status":"final","code":{"text":"Social history"},"subject":{"reference":"Patient/p"},"valueString":"alcohol dependence"}""", "ETHUD R" },
        { """{"resourceType":"DocumentReference","status":"current","description":"Discharge after opioid withdrawal","subject":{"reference":"Patient/p"},"content":[{"attachment":{"contentType":"text/plain"} }]}""", "OPIOIDUD R" },
        { """{"resourceType":"DocumentReference","status":"current","subject":{"reference":"Patient/p"},"content":[{"attachment":{"contentType":"text/plain","title":"Suboxone agreement"} }]}""", "OPIOIDUD R" },
        { """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://fhirnaltrexone.example.org/fhir/Questionnaire/cows|1.0.0","subject":{"reference":"Patient/p"} }""", "OPIOIDUD R" },
        { """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"http://example.org/q","subject":{"reference":"Patient/p"},"item":[{"linkId":"11","text":"Gooseflesh skin","answer":[{"valueInteger":3}]}]}""", "OPIOIDUD R" },
        { """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"http://example.org/q","subject":{"reference":"Patient/p"},"item":[{"linkId":"1","text":"DAST-10"}]}""", "R SUD" },
        { """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://fhirnaltrexone.example.org/fhir/Questionnaire/candidate-assessment","subject":{"reference":"Patient/p"} }""", "R SUD" },
        { """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"http://example.org/q","subject":{"reference":"Patient/p"},"item":[{"linkId":"1","text":"How do you feel?"}]}""", "" },

        // Urine tests are done for many reasons.
        { """{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"3773-9","display":"Methadone [Presence] in Urine"}]},"subject":{"reference":"Patient/p"},"valueString":"Methadone detected"}""", "" },
        { """{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"3414-0","display":"Buprenorphine Ur Ql"}],"text":"Buprenorphine screen"},"subject":{"reference":"Patient/p"} }""", "" },
        { """{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"3773-9","display":"Methadone [Presence] in Urine"}]},"subject":{"reference":"Patient/p"},"note":[{"text":"on naltrexone"}]}""", "R SUD" },

        // An exception is one for what it stands with, and for nothing beside it.
        {
            """
            {"resourceType":"Claim","status":"active","use":"claim","created":"2026-01-01","type":{"text":"pharmacy"},"patient":{"reference":"Patient/p"},"provider":{"display":"x"},"priority":{"text":"normal"},
             "insurance":[{"sequence":1,"focal":true,"coverage":{"display":"x"} }],
             "item":[{"sequence":1,"productOrService":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]} },
                     {"sequence":2,"productOrService":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"42347","display":"bupropion"}]} }]}
            """,
            "R SUD"
        },
        {
            """
            {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/p"},"category":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G89.29","display":"Other chronic pain"}]}],
             "activity":[{"detail":{"status":"in-progress","code":{"coding":[{"system":"http://snomed.info/sct","code":"408443003"}],"text":"Methadone maintenance"} } },
                         {"detail":{"status":"in-progress","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G89.29","display":"Other chronic pain"}]} } }]}
            """,
            "R SUD"
        },
        {
            """
            {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/p"},
             "activity":[{"detail":{"status":"in-progress","productCodeableConcept":{"text":"Methadone 10 mg"},"description":"methadone for the back",
               "reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G89.29"}]}]} }]}
            """,
            ""
        },
        {
            """
            {"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationReference":{"reference":"#m"},
             "contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"864706"}]} }],
             "dosageInstruction":[{"text":"methadone twice a day"}],"reasonCode":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G89.29"}]}]}
            """,
            ""
        },
        {
            """
            {"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationReference":{"reference":"#m"},
             "contained":[{"resourceType":"Medication","id":"m","ingredient":[{"itemCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]} },
               {"itemCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"42347","display":"bupropion"}]} }]}]}
            """,
            ""
        },
        { """{"resourceType":"Condition","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"G89.29"}]},"note":[{"text":"gets methadone from a programme"}]}""", "R SUD" },
        { """{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},"subject":{"reference":"Patient/p"},"type":[{"text":"methadone visit"}],"length":{"value":1} }""", "R SUD" },

        // A consent that speaks of it tells of it.
        { """{"resourceType":"Consent","status":"active","scope":{"text":"privacy"},"category":[{"text":"x"}],"patient":{"reference":"Patient/p"},"policyRule":{"text":"x"},"provision":{"securityLabel":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"ETHUD"}]} }""", "R SUD" },
        { """{"resourceType":"Consent","status":"active","scope":{"text":"privacy"},"category":[{"text":"x"}],"patient":{"reference":"Patient/p"},"policy":[{"uri":"https://www.ecfr.gov/current/title-42/part-2"}]}""", "R SUD" },
        { """{"resourceType":"Consent","status":"active","scope":{"text":"privacy"},"category":[{"text":"x"}],"patient":{"reference":"Patient/p"},"policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"OPTIN"}]},"provision":{"type":"deny"} }""", "" },
    };

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task What_is_said_elsewhere_counts_as_well(string resource, string expected)
    {
        var sent = JsonNode.Parse(resource)!.AsObject();
        sent["id"] = "x";

        var stored = await _server.PutAsync(null, sent.ToJsonString());

        Assert.Equal(expected, string.Join(' ', Codes(stored)));
    }

    [Fact]
    public async Task A_note_of_another_use_does_not_lift_a_label()
    {
        var stored = await _server.PutAsync(null, Order("7243", ""","note":[{"text":"not contrave, no bupropion"}]"""));

        Assert.Equal(["R", "SUD"], Codes(stored));
    }

    [Fact]
    public async Task An_allergy_is_not_labelled_by_the_drug_for_nobody_may_miss_it()
    {
        var stored = await _server.PutAsync(null, """
            {"resourceType":"AllergyIntolerance","id":"a","patient":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]} }
            """);

        Assert.Empty(Codes(stored));
    }

    [Fact]
    public async Task Definitions_are_not_labelled_whatever_they_speak_of()
    {
        var stored = await _server.PutAsync(Callers.Programme, """
            {"resourceType":"ValueSet","id":"v","status":"draft","compose":{"include":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","concept":[{"code":"F11.20"}]}]},
             "useContext":[{"code":{"code":"focus","system":"http://terminology.hl7.org/CodeSystem/usage-context-type"},"valueCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]} }]}
            """);

        Assert.Empty(Codes(stored));
    }

    [Fact]
    public async Task What_a_programme_writes_is_labelled_by_its_source_with_the_law_as_basis()
    {
        var stored = await _server.PutAsync(Callers.Programme, Flu);

        Assert.Equal(OfProgramme, Codes(stored));
        Assert.All(Security(stored), label => Assert.Equal("42CFRPart2", Based(label)));
    }

    [Fact]
    public async Task A_rule_is_the_basis_of_what_it_labels()
    {
        var stored = await _server.PutAsync(null, Order("7243", ""));

        Assert.All(Security(stored), label => Assert.Equal("naltrexone", Based(label)));
    }

    [Fact]
    public async Task Labels_are_found_by_search()
    {
        await _server.PutAsync(Callers.Programme, Flu);
        await _server.PutAsync(null, Flu.Replace("\"flu\"", "\"cold\"", StringComparison.Ordinal));

        var found = await _server.GetAsync(null, $"Condition?_security={Act}|42CFRPart2");

        Assert.Equal(["flu"], found["entry"]!.AsArray().Select(entry => (string)entry!["resource"]!["id"]!));
    }

    [Fact]
    public async Task Who_changes_a_record_of_a_programme_cannot_take_its_labels_away()
    {
        await _server.PutAsync(Callers.Programme, Flu);

        await _server.PutAsync(null, Flu.Replace("J11.1", "J11.2", StringComparison.Ordinal));
        var put = await _server.GetAsync(null, "Condition/flu");
        using var patched = await _server.SendAsync(
            null, "PATCH", "Condition/flu", """[{"op":"remove","path":"/meta/security"}]""", ("Content-Type", "application/json-patch+json"));
        var patch = await _server.GetAsync(null, "Condition/flu");
        using var removed = await _server.SendAsync(null, "POST", "Condition/flu/$meta-delete", $$"""
            {"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"security":[{"system":"{{Act}}","code":"42CFRPart2"}]} }]}
            """);
        var meta = await _server.GetAsync(null, "Condition/flu");

        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Equal("J11.2", (string?)put["code"]!["coding"]![0]!["code"]);
        Assert.All(new[] { put, patch, meta }, version => Assert.Equal(OfProgramme, Codes(version)));
        Assert.All(Security(meta), label => Assert.Equal("42CFRPart2", Based(label)));
    }

    [Fact]
    public async Task A_client_cannot_claim_a_label_of_the_service_but_has_labels_of_its_own()
    {
        var labelled = await _server.PutAsync(Callers.Programme, Flu);
        var claim = labelled["meta"]!["security"]![0]!.ToJsonString();

        var stored = await _server.PutAsync(null, $$"""
            {"resourceType":"Condition","id":"other","subject":{"reference":"Patient/p"},
             "meta":{"security":[{{claim}},{"system":"{{Confidentiality}}","code":"V"}],"tag":[{"system":"http://example.org","code":"x"}]} }
            """);

        Assert.Equal(["V"], Codes(stored));
        Assert.Equal("x", (string?)stored["meta"]!["tag"]![0]!["code"]);
    }

    [Fact]
    public async Task Sending_back_what_was_read_and_what_was_sent_make_no_new_version()
    {
        var read = await _server.PutAsync(Callers.Programme, Flu);

        var back = await _server.PutAsync(Callers.Programme, read.ToJsonString());
        var again = await _server.PutAsync(Callers.Programme, Flu);
        var byOther = await _server.PutAsync(null, Flu);

        Assert.All(new[] { back, again, byOther }, version => Assert.Equal("1", (string?)version["meta"]!["versionId"]));
    }

    [Fact]
    public async Task Sending_back_what_was_read_passes_the_strictest_validation()
    {
        using var server = new AccessServer(null, ("Validation:OnWrite", "reject"), ("Validation:UnknownExtensions", "refuse"));
        var flu = JsonNode.Parse(Flu)!.AsObject();
        flu["clinicalStatus"] = JsonNode.Parse("""{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}""");
        flu["text"] = JsonNode.Parse("""{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">flu</div>"}""");

        var read = await server.PutAsync(Callers.Programme, flu.ToJsonString());
        var back = await server.PutAsync(Callers.Programme, read.ToJsonString());

        flu["meta"] = new JsonObject { ["security"] = read["meta"]!["security"]!.DeepClone() };
        var copied = await server.PutAsync(Callers.Programme, flu.ToJsonString());

        Assert.All([back, copied], version => Assert.Equal("1", (string?)version["meta"]!["versionId"]));
    }

    [Fact]
    public async Task A_label_by_code_follows_the_code()
    {
        await _server.PutAsync(null, Flu.Replace("J11.1", "F11.20", StringComparison.Ordinal));

        var changed = await _server.PutAsync(null, Flu);

        Assert.Empty(Codes(changed));
        Assert.Equal(["OPIOIDUD", "R"], Codes(await _server.GetAsync(null, "Condition/flu/_history/1")));
    }

    [Fact]
    public async Task Transactions_and_batches_label_as_well()
    {
        foreach (var type in new[] { "transaction", "batch" })
        {
            using var response = await _server.SendAsync(Callers.Programme, "POST", "", $$"""
                {"resourceType":"Bundle","type":"{{type}}","entry":[
                  {"fullUrl":"urn:uuid:0a5e8d0c-8c9c-4a2b-9f65-0d4c2b0a9f11","resource":{{Flu.Replace("\"flu\"", $"\"{type}\"", StringComparison.Ordinal)}},"request":{"method":"PUT","url":"Condition/{{type}}"} },
                  {"fullUrl":"urn:uuid:0a5e8d0c-8c9c-4a2b-9f65-0d4c2b0a9f12","resource":{{Flu}},"request":{"method":"POST","url":"Condition"} }]}
                """);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(OfProgramme, Codes(await _server.GetAsync(null, $"Condition/{type}")));
        }

        var all = await _server.GetAsync(null, $"Condition?_security={Act}|42CFRPart2");
        Assert.Equal(4, (int)all["total"]!);
    }

    [Fact]
    public async Task An_import_of_a_programme_is_labelled_by_its_source()
    {
        using var kickoff = await _server.SendAsync(Callers.Programme, "POST", "$import", Flu, ("Content-Type", "application/fhir+ndjson"), ("Prefer", "respond-async"));
        Assert.Equal(HttpStatusCode.Accepted, kickoff.StatusCode);

        await Until.TrueAsync(async () => await _server.StatusAsync(null, "Condition/flu") == HttpStatusCode.OK, "the import");

        Assert.Equal(OfProgramme, Codes(await _server.GetAsync(null, "Condition/flu")));
    }

    [Fact]
    public async Task A_whole_installation_can_be_that_of_a_programme()
    {
        using var server = new AccessServer(null, ("Security:Sensitivity:IsProgramme", "true"));

        Assert.Equal(OfProgramme, Codes(await server.PutAsync(null, Flu)));
        Assert.Empty(Codes(await server.PutAsync(Callers.Clinic, Flu.Replace("\"flu\"", "\"cold\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_policy_of_the_site_counts_without_a_build_and_one_that_cannot_be_read_stops_the_start()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """
            {"version":"9","labels":{"HIV":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"} },"source":[],
             "rules":[{"id":"flu","title":"Flu","labels":["HIV"],"when":{"codes":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"J11.1"}]} }]}
            """, TestContext.Current.CancellationToken);
        using var server = new AccessServer(null, ("Security:Sensitivity:PolicyFile", file));

        Assert.Equal(["HIV"], Codes(await server.PutAsync(null, Flu)));
        await File.WriteAllTextAsync(file, """{"version":"9","labels":{},"source":["SUD"],"rules":[]}""", TestContext.Current.CancellationToken);
        Assert.Contains("Security:Sensitivity:PolicyFile", await Tests.Support.FailedStart.MessageAsync("Security:Sensitivity:PolicyFile", file), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, """{"version":"9","labels":{},"source":[],"rules":[]}""", TestContext.Current.CancellationToken);
        Assert.Contains("it has no rules", await Tests.Support.FailedStart.MessageAsync("Security:Sensitivity:PolicyFile", file), StringComparison.Ordinal);
        File.Delete(file);
    }

    private static string Order(string drug, string more) => $$$"""
        {"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","subject":{"reference":"Patient/p"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{{drug}}}"}]}{{{more}}}}
        """;

    private static IEnumerable<JsonNode> Security(JsonObject resource) => resource["meta"]!["security"]?.AsArray().Select(label => label!) ?? [];

    private static IEnumerable<string> Codes(JsonObject resource) => Security(resource).Select(label => (string)label["code"]!).Order(StringComparer.Ordinal);

    private static string? Based(JsonNode label)
        => (string?)label["extension"]!.AsArray().Single(extension => (string?)extension!["url"] == Basis)!["valueCoding"]!["code"];
}
