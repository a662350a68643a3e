using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Consents at the doors: what a clinic sees of patients, sensitive records and plain ones.</summary>
public sealed class DisclosureTests : IDisposable
{
    private const string Tag = "https://fhirnaltrexone.example.org/fhir/CodeSystem/disclosure-notice";

    private readonly AccessServer _server = new(null, ("Security:Sensitivity:BreakGlassMinutes", "30"));

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_sensitive_record_without_consent_looks_as_if_it_were_not_there()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        foreach (var path in new[] { "Condition/{0}", "Condition/{0}/_history/1", "Condition/{0}/_history" })
        {
            using var withheld = await _server.SendAsync(Callers.Clinic, "GET", string.Format(null, path, "oud"));
            using var absent = await _server.SendAsync(Callers.Clinic, "GET", string.Format(null, path, "none"));

            Assert.Equal(HttpStatusCode.NotFound, withheld.StatusCode);
            Assert.Equal(await absent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await withheld.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await _server.GetAsync(null, "Condition/oud");
    }

    [Fact]
    public async Task With_consent_it_is_shown_and_the_notice_goes_along()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("clinic")).ToJsonString());

        await _server.GetAsync(Callers.Clinic, "Condition/oud");
        var found = await _server.GetAsync(Callers.Clinic, "Condition?subject=Patient/p");

        Assert.Equal(["oud"], Ids(found));
        Assert.Contains("NORDSCLCD", Codes(found, "security"));
        Assert.Contains("OPIOIDUD", Codes(found, "security"));
        Assert.Contains("redisclosure", Codes(found, "tag"));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other, "Condition/oud"));
    }

    /// <summary>42 CFR Part 2 is claimed where the source is a programme, not wherever a record is sensitive.</summary>
    [Fact]
    public async Task Each_kind_of_record_has_the_notice_of_its_kind()
    {
        var hiv = Condition("hiv", "B20", more: ""","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]}""");
        await _server.PutAsync(null, hiv);
        await _server.PutAsync(null, Condition("alcohol", "F10.20"));
        await _server.PutAsync(Callers.Programme, Condition("flu", "J11.1"));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").Labelled("HIV")).ToJsonString());

        Assert.Equal(["may-be-withheld", "redisclosure"], Codes(await _server.GetAsync(Callers.Clinic, "Condition?_id=hiv"), "tag"));
        Assert.Equal(["may-be-withheld", "redisclosure"], Codes(await _server.GetAsync(Callers.Clinic, "Condition?_id=alcohol"), "tag"));
        var ofPart2 = await _server.GetAsync(Callers.Clinic, "Condition?_id=flu");
        Assert.Equal(["may-be-withheld", "redisclosure", "part2-redisclosure"], Codes(ofPart2, "tag"));
        Assert.StartsWith(
            "42 CFR part 2 prohibits unauthorized use or disclosure of these records.", (string?)ofPart2["meta"]!["tag"]!.AsArray()[^1]!["display"], StringComparison.Ordinal);
        var one = await _server.GetAsync(Callers.Clinic, "Condition/flu");
        Assert.Contains("42CFRPart2", one["meta"]!["security"]!.AsArray().Select(label => (string)label!["code"]!));
    }

    [Fact]
    public async Task Revoking_a_consent_counts_with_the_next_request()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD")).ToJsonString());
        await _server.GetAsync(Callers.Clinic, "Condition/oud");

        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD"), status: "inactive").ToJsonString());

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, "Condition/oud"));
    }

    [Fact]
    public async Task Decisions_belong_to_records_however_they_are_mixed()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"q"}""");
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD"), patient: "p").ToJsonString());
        await _server.PutAsync(null, Condition("p-oud", "F11.20", "p"));
        await _server.PutAsync(null, Condition("q-oud", "F11.20", "q"));
        await _server.PutAsync(null, Condition("p-flu", "J11.1", "p"));
        await _server.PutAsync(null, Condition("q-flu", "J11.1", "q"));
        await _server.PutAsync(null, """{"resourceType":"Organization","id":"nobody","name":"No patient"}""");
        await _server.PutAsync(null, """{"resourceType":"Basic","id":"secret","code":{"text":"x"},"meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]} }""");
        await _server.PutAsync(null, Condition("both-oud", "F11.20", "p", ""","asserter":{"reference":"Patient/q"}"""));

        var all = await _server.GetAsync(Callers.Clinic, "?_type=Patient,Condition,Organization,Basic&_count=50");
        using var batch = await _server.SendAsync(Callers.Clinic, "POST", "", """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"request":{"method":"GET","url":"Organization/nobody"} },{"request":{"method":"GET","url":"Condition/q-oud"} },
              {"request":{"method":"GET","url":"Condition/p-oud"} },{"request":{"method":"GET","url":"Condition/p-oud"} },
              {"request":{"method":"GET","url":"Condition/both-oud"} },{"request":{"method":"GET","url":"Condition?subject=Patient/q"} }]}
            """);
        var answers = JsonNode.Parse(await batch.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

        Assert.Equal(["nobody", "p", "p-flu", "p-oud", "q", "q-flu"], Ids(all).Order(StringComparer.Ordinal));
        Assert.Equal(["200", "404", "200", "200", "404", "200"], answers["entry"]!.AsArray().Select(entry => ((string)entry!["response"]!["status"]!)[..3]));
        Assert.Equal(["q-flu"], Ids(answers["entry"]![5]!["resource"]!.AsObject()));
        Assert.Equal(["may-be-withheld", "redisclosure"], Codes(answers, "tag"));
    }

    [Fact]
    public async Task A_record_that_names_two_patients_needs_both()
    {
        await _server.PutAsync(null, Condition("both", "F11.20", "p", ""","asserter":{"reference":"Patient/q"}"""));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD"), patient: "p").ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, "Condition/both"));

        await _server.PutAsync(null, Consent("d", Provision("permit").Labelled("SUD"), patient: "q").ToJsonString());

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, "Condition/both"));
    }

    private static (string? Severity, string? Code) Issue(JsonObject bundle)
        => bundle["entry"]?.AsArray().Select(entry => entry!["resource"]!).SingleOrDefault(one => (string?)one["resourceType"] == "OperationOutcome") is { } outcome
            ? ((string?)outcome["issue"]![0]!["severity"], (string?)outcome["issue"]![0]!["code"])
            : (null, null);

    [Fact]
    public async Task The_hint_is_the_same_whether_anything_is_withheld_or_not_and_no_total_is_told()
    {
        await _server.PutAsync(null, Condition("flu", "J11.1"));
        string[] paths = ["Condition?subject=Patient/p&_total=accurate", "Condition/_history?_total=accurate", "Condition/flu/_history"];
        var before = await TextsAsync(paths);

        await _server.PutAsync(null, Condition("oud", "F11.20"));
        var after = await TextsAsync(paths);

        Assert.Equal(before, after);
        Assert.All(after, text => Assert.Contains("may-be-withheld", text, StringComparison.Ordinal));
        Assert.All(after, text => Assert.DoesNotContain("\"total\"", text, StringComparison.Ordinal));
        var count = await _server.GetAsync(Callers.Clinic, "Condition?_summary=count");
        Assert.False(count.ContainsKey("total"));
        Assert.Equal("outcome", (string?)Assert.Single(count["entry"]!.AsArray())!["search"]!["mode"]);
        Assert.Equal(("information", "suppressed"), Issue(count));
        Assert.Equal(("information", "suppressed"), Issue(await _server.GetAsync(Callers.Clinic, "Condition?_total=accurate")));
        Assert.Equal((null, null), Issue(await _server.GetAsync(Callers.Clinic, "Condition")));
        Assert.Equal((null, null), Issue(await _server.GetAsync(null, "Condition?_summary=count")));
        Assert.Equal(2, (int)(await _server.GetAsync(null, "Condition?_summary=count"))["total"]!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Pages_are_those_of_a_store_without_what_is_withheld(int size)
    {
        string[] plain = ["a", "c", "d", "g", "h"];
        foreach (var id in plain) await _server.PutAsync(null, Condition(id, "J11.1"));
        var before = await PagesAsync(size);

        // Before, between and behind what may be shown.
        foreach (var id in new[] { "0", "b", "e", "f", "x", "y", "z" }) await _server.PutAsync(null, Condition(id, "F11.20"));

        Assert.Equal(before, await PagesAsync(size));
        Assert.Equal((plain.Length + size - 1) / size, before.Count);
    }

    [Fact]
    public async Task Chains_and_reverse_chains_pass_through_no_record_that_may_be_withheld()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p","name":[{"family":"Doe"}]}""");
        await _server.PutAsync(null, """{"resourceType":"Encounter","id":"e","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},"subject":{"reference":"Patient/p"},"type":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]}]}""");
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await _server.PutAsync(null, Condition("flu", "J11.1", "p", ""","encounter":{"reference":"Encounter/e"}"""));

        Assert.Empty(Ids(await _server.GetAsync(Callers.Clinic, "Patient?_has:Condition:patient:code=F11.20")));
        Assert.Empty(Ids(await _server.GetAsync(Callers.Clinic, "Condition?encounter.type=F11.20")));
        Assert.Equal(["flu"], Ids(await _server.GetAsync(Callers.Clinic, "Condition?patient.name=doe")));
        Assert.Equal(["flu"], Ids(await _server.GetAsync(null, "Condition?encounter.type=F11.20")));
        Assert.Equal(["p"], Ids(await _server.GetAsync(null, "Patient?_has:Condition:patient:code=F11.20")));
    }

    [Fact]
    public async Task A_patient_who_is_a_record_of_a_programme_is_no_way_through()
    {
        await _server.PutAsync(Callers.Programme, """{"resourceType":"Patient","id":"p","name":[{"family":"Doe"}]}""");
        await _server.PutAsync(null, Condition("flu", "J11.1"));

        Assert.Empty(Ids(await _server.GetAsync(Callers.Clinic, "Condition?patient.name=doe")));
        Assert.Equal(["flu"], Ids(await _server.GetAsync(Callers.Clinic, "Condition?patient=Patient/p&_include=Condition:patient")));
    }

    [Fact]
    public async Task What_comes_along_is_decided_too()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await _server.PutAsync(null, Condition("flu", "J11.1"));

        var found = await _server.GetAsync(Callers.Clinic, "Patient?_id=p&_revinclude=Condition:patient");
        var everything = await _server.GetAsync(Callers.Clinic, "Patient/p/$everything");

        Assert.Equal(["flu", "p"], Ids(found).Order(StringComparer.Ordinal));
        Assert.Equal(["flu", "p"], Ids(everything).Order(StringComparer.Ordinal));
        Assert.Equal(["may-be-withheld"], Codes(everything, "tag"));
        Assert.False(everything.ContainsKey("total"));
    }

    [Fact]
    public async Task A_deny_hides_plain_records_as_well_but_not_who_the_patient_is()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(null, Condition("flu", "J11.1"));
        await _server.PutAsync(null, Consent("c", Provision("deny").ToClient("clinic")).ToJsonString());

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, "Condition/flu"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other, "Condition/flu"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, "Patient/p"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, "Consent/c"));
    }

    /// <summary>Records whose patient nothing but their encounter, document, order or an identifier tells.</summary>
    [Theory]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"Encounter/visit"} }""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"Encounter/left"} }""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"Encounter/part"} }""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"identifier":{"system":"http://example.org/mrn","value":"A7"} } }""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Group/all"} }""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"#me"},"contained":[{"resourceType":"Patient","id":"me","identifier":[{"system":"http://example.org/mrn","value":"A7"}]}]}""")]
    [InlineData("""{"resourceType":"Task","status":"requested","intent":"order","focus":{"reference":"ServiceRequest/order"} }""")]
    [InlineData("""{"resourceType":"Task","status":"requested","intent":"order","for":{"identifier":{"system":"http://example.org/mrn","value":"A7"} } }""")]
    [InlineData("""{"resourceType":"Binary","contentType":"text/plain","securityContext":{"reference":"Encounter/visit"} }""")]
    [InlineData("""{"resourceType":"Provenance","target":[{"reference":"Encounter/visit"}],"recorded":"2026-01-01T00:00:00Z","agent":[{"who":{"display":"x"} }]}""")]
    public async Task A_deny_reaches_what_only_something_else_tells_to_be_of_the_patient(string text)
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p","identifier":[{"system":"http://example.org/mrn","value":"A7"}]}""");
        await _server.PutAsync(null, """{"resourceType":"Group","id":"all","type":"person","actual":true,"member":[{"entity":{"reference":"Patient/p"} }]}""");
        await _server.PutAsync(null, Encounter("visit", ""","subject":{"reference":"Patient/p"}"""));
        await _server.PutAsync(null, Encounter("part", ""","partOf":{"reference":"Encounter/visit"}"""));
        await _server.PutAsync(null, Encounter("left", ""","subject":{"reference":"Patient/p"}"""));
        await _server.PutAsync(null, """{"resourceType":"ServiceRequest","id":"order","status":"active","intent":"order","subject":{"reference":"Patient/p"} }""");
        var path = await StoreAsync(text);
        using var deleted = await _server.SendAsync(null, "DELETE", "Encounter/left");
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));

        await _server.PutAsync(null, Consent("c", Provision("deny").ToClient("clinic")).ToJsonString());

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Empty(Ids(await _server.GetAsync(Callers.Clinic, path.Split('/')[0])).Intersect(["x"]));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other, path));
    }

    /// <summary>Whoever may write patients may give them identifiers.</summary>
    [Fact]
    public async Task A_consent_that_names_its_patient_by_identifier_denies_and_does_not_permit()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p","identifier":[{"system":"http://example.org/mrn","value":"A7"}]}""");
        await _server.PutAsync(null, Condition("flu", "J11.1"));
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await StoreAsync(Provision("permit").Labelled("SUD").ToClient("clinic"), "permit");
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, "Condition/oud"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, "Condition/flu"));

        await StoreAsync(Provision("deny").ToClient("clinic"), "deny");

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, "Condition/flu"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other, "Condition/flu"));

        async Task StoreAsync(JsonObject provision, string id)
        {
            var consent = Consent(id, provision);
            consent["patient"] = JsonNode.Parse("""{"identifier":{"system":"http://example.org/mrn","value":"A7"} }""");
            await _server.PutAsync(null, consent.ToJsonString());
        }
    }

    /// <summary>Whoever it is may have denied it.</summary>
    [Theory]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"https://elsewhere.example.org/fhir/Encounter/1"} }""", false)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"Encounter/none"} }""", false)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"identifier":{"system":"http://example.org/mrn","value":"unknown"} } }""", false)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"display":"Jane Doe"} }""", false)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"#me"},"contained":[{"resourceType":"Patient","id":"me"}]}""", false)]
    [InlineData("""{"resourceType":"Task","status":"requested","intent":"order","for":{"identifier":{"value":"7"} } }""", false)]
    [InlineData("""{"resourceType":"Binary","contentType":"text/plain","securityContext":{"reference":"DocumentReference/none"} }""", false)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"encounter":{"reference":"Encounter/empty"} }""", true)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"performer":[{"reference":"Practitioner/none"}],"device":{"reference":"Device/d"} }""", true)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p"},"encounter":{"reference":"Encounter/none"} }""", true)]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p"},"performer":[{"identifier":{"system":"http://hl7.org/fhir/sid/us-npi","value":"1"} }]}""", true)]
    [InlineData("""{"resourceType":"Organization","name":"x","partOf":{"reference":"Organization/none"} }""", true)]
    public async Task What_is_of_a_patient_whom_nobody_can_tell_is_shown_to_its_holder_alone(string text, bool isShown)
    {
        await _server.PutAsync(null, Encounter("empty", string.Empty));
        await _server.PutAsync(null, """{"resourceType":"Device","id":"d"}""");

        var path = await StoreAsync(text, Callers.Other);

        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Other, path));
    }

    /// <summary>Whoever may write patients may give them identifiers.</summary>
    [Theory]
    [InlineData("""{"resourceType":"Task","status":"requested","intent":"order","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]},"for":{"identifier":{"system":"http://example.org/mrn","value":"A7"} } }""")]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]},"encounter":{"reference":"Encounter/by-number"} }""")]
    public async Task A_permit_does_not_reach_a_sensitive_record_by_identifier(string text)
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p","identifier":[{"system":"http://example.org/mrn","value":"A7"}]}""");
        await _server.PutAsync(null, Encounter("by-number", ""","subject":{"identifier":{"system":"http://example.org/mrn","value":"A7"} }"""));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("clinic")).ToJsonString());
        var path = await StoreAsync(text);

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, "Encounter/by-number"));
    }

    /// <summary>FHIR R4, Binary: whoever may not see the one must not see the other.</summary>
    [Fact]
    public async Task A_Binary_is_as_sensitive_as_what_it_belongs_to()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        var path = await StoreAsync("""{"resourceType":"Binary","contentType":"text/plain","securityContext":{"reference":"Condition/oud"} }""");

        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, path));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD").ToClient("clinic")).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, path));
    }

    [Theory]
    [InlineData("label")]
    [InlineData("deny")]
    public async Task A_withheld_record_that_was_deleted_looks_as_if_it_had_never_been(string why)
    {
        await _server.PutAsync(null, Condition("gone", why == "label" ? "F11.20" : "J11.1"));
        await _server.PutAsync(null, Condition("seen", "J11.1", "q"));
        if (why == "deny") await _server.PutAsync(null, Consent("c", Provision("deny").ToClient("clinic")).ToJsonString());
        using var deletion = await _server.SendAsync(null, "DELETE", "Condition/gone");
        using var other = await _server.SendAsync(null, "DELETE", "Condition/seen");
        foreach (var path in new[] { "Condition/{0}", "Condition/{0}/_history/1", "Condition/{0}/_history/2", "Condition/{0}/_history" })
        {
            using var withheld = await _server.SendAsync(Callers.Clinic, "GET", string.Format(null, path, "gone"));
            using var absent = await _server.SendAsync(Callers.Clinic, "GET", string.Format(null, path, "none"));

            Assert.Equal(HttpStatusCode.NotFound, withheld.StatusCode);
            Assert.Equal(Names(absent), Names(withheld));
            Assert.Equal(await absent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await withheld.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        foreach (var path in new[] { "Condition/_history", "_history" })
            Assert.DoesNotContain("gone", (await _server.GetAsync(Callers.Clinic, path)).ToJsonString(), StringComparison.Ordinal);
        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
            Assert.Equal(await ChangeAsync(method, "none"), await ChangeAsync(method, "gone"));

        Assert.Equal(HttpStatusCode.Gone, await _server.StatusAsync(Callers.Clinic, "Condition/seen"));
        Assert.Equal(HttpStatusCode.Gone, await _server.StatusAsync(null, "Condition/gone"));
        Assert.Contains("Condition/seen", (await _server.GetAsync(Callers.Clinic, "Condition/_history")).ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>What a record became hides what it was: its older versions would tell that there is more.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_that_is_withheld_now_has_no_versions_either(bool isDeleted)
    {
        await _server.PutAsync(null, Condition("turned", "J11.1"));
        await _server.PutAsync(null, Condition("turned", "F11.20"));
        if (isDeleted) (await _server.SendAsync(null, "DELETE", "Condition/turned")).Dispose();
        foreach (var path in new[] { "Condition/{0}", "Condition/{0}/_history/1", "Condition/{0}/_history/2", "Condition/{0}/_history", "Condition/{0}/_history?_count=1" })
        {
            using var withheld = await _server.SendAsync(Callers.Clinic, "GET", string.Format(null, path, "turned"));
            using var absent = await _server.SendAsync(Callers.Clinic, "GET", string.Format(null, path, "none"));

            Assert.Equal((path, HttpStatusCode.NotFound), (path, withheld.StatusCode));
            Assert.Equal(await absent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await withheld.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        foreach (var path in new[] { "Condition/_history", "_history", "Condition/_history?_count=1", "Condition/_history?_since=2020-01-01T00:00:00Z" })
            Assert.DoesNotContain("turned", (await _server.GetAsync(Callers.Clinic, path)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(isDeleted ? 3 : 2, (await _server.GetAsync(null, "Condition/turned/_history"))["entry"]!.AsArray().Count);
    }

    /// <summary>A gap among the versions would tell of the one that is withheld; a history may begin anywhere, for it can be purged.</summary>
    [Fact]
    public async Task A_history_begins_after_the_last_version_that_is_withheld()
    {
        foreach (var code in new[] { "J11.1", "F11.20", "J11.1", "J10.1" }) await _server.PutAsync(null, Condition("turned", code));

        Assert.Equal(["4", "3"], await VersionsAsync("Condition/turned/_history"));
        Assert.Equal(["4", "3"], await VersionsAsync("Condition/_history"));
        Assert.Equal(["4", "3"], await VersionsAsync("_history"));
        for (var version = 1; version <= 4; version++)
            Assert.Equal(version > 2 ? HttpStatusCode.OK : HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Clinic, $"Condition/turned/_history/{version}"));
        using var batch = await _server.SendAsync(Callers.Clinic, "POST", "", """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"request":{"method":"GET","url":"Condition/turned/_history/1"} },{"request":{"method":"GET","url":"Condition/turned/_history"} }]}
            """);
        var answers = JsonNode.Parse(await batch.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["entry"]!.AsArray();
        Assert.Equal("404", ((string)answers[0]!["response"]!["status"]!)[..3]);
        Assert.Equal(["4", "3"], Versions(answers[1]!["resource"]!));

        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD")).ToJsonString());
        Assert.Equal(["4", "3", "2", "1"], await VersionsAsync("Condition/turned/_history"));

        async Task<IEnumerable<string>> VersionsAsync(string path) => Versions(await _server.GetAsync(Callers.Clinic, path));

        static IEnumerable<string> Versions(JsonNode bundle)
            => bundle["entry"]!.AsArray().Where(entry => (string?)entry!["resource"]!["resourceType"] == "Condition").Select(entry => (string)entry!["resource"]!["meta"]!["versionId"]!);
    }

    [Fact]
    public async Task Patients_see_their_own_records_without_a_consent()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await _server.PutAsync(null, Condition("theirs", "F11.20", "q"));
        var patient = Callers.Clinic with { User = "Patient/p" };

        Assert.Equal(["oud"], Ids(await _server.GetAsync(patient, "Condition")));
    }

    [Fact]
    public async Task The_drug_of_an_order_counts_where_another_resource_names_it()
    {
        await _server.PutAsync(null, """{"resourceType":"Medication","id":"n","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243"}]} }""");
        await _server.PutAsync(null, """{"resourceType":"Medication","id":"i","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"5640"}]} }""");
        foreach (var id in new[] { "n", "i" })
            await _server.PutAsync(null, $$"""{"resourceType":"MedicationRequest","id":"of-{{id}}","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationReference":{"reference":"Medication/{{id}}"} }""");

        Assert.Equal(["of-i"], Ids(await _server.GetAsync(Callers.Clinic, "MedicationRequest")));
    }

    [Fact]
    public async Task Who_cannot_see_a_record_cannot_change_it()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));

        using var patched = await _server.SendAsync(
            Callers.Clinic, "PATCH", "Condition/oud", """[{"op":"add","path":"/recordedDate","value":"2026-01-01"}]""", ("Content-Type", "application/json-patch+json"));
        using var deleted = await _server.SendAsync(Callers.Clinic, "DELETE", "Condition/oud");

        Assert.Equal(HttpStatusCode.NotFound, patched.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(null, "Condition/oud"));
    }

    [Fact]
    public async Task An_export_leaves_out_what_is_withheld_and_carries_the_notices()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        await _server.PutAsync(null, Condition("flu", "J11.1"));
        using var kickoff = await _server.SendAsync(Callers.Clinic, "GET", "$export?_type=Condition", null, ("Prefer", "respond-async"));
        var job = new Uri(kickoff.Content.Headers.ContentLocation!.ToString()).AbsolutePath["/fhir/".Length..];
        await Until.TrueAsync(async () => await _server.StatusAsync(Callers.Clinic, job) == HttpStatusCode.OK, "the export");

        var manifest = await _server.GetAsync(Callers.Clinic, job);
        using var file = await _server.SendAsync(Callers.Clinic, "GET", new Uri((string)manifest["output"]![0]!["url"]!).AbsolutePath["/fhir/".Length..]);
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("flu", (string?)JsonNode.Parse(Assert.Single(lines))!["id"]);
        Assert.Equal(DisclosureTexts.MayBeWithheldText, (string?)manifest["extension"]!["may-be-withheld"]);
        Assert.Equal(DisclosureTexts.ExportText, (string?)manifest["extension"]!["redisclosure"]);
    }

    /// <summary>A patient who is labelled is still one: whoever may see the record has it in the export.</summary>
    [Theory]
    [InlineData("Patient/$export?_type=Condition,Patient")]
    [InlineData("$export?_type=Condition,Patient")]
    public async Task An_export_of_patients_has_what_belongs_to_those_who_are_labelled(string path)
    {
        await _server.PutAsync(Callers.Programme, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(Callers.Programme, Condition("flu", "J11.1"));

        var manifest = await _server.GetAsync(Callers.Programme, await LaterAsync(Callers.Programme, path));

        Assert.Equal(["Condition", "Patient"], manifest["output"]!.AsArray().Select(file => (string)file!["type"]!));
        Assert.Empty((await _server.GetAsync(Callers.Clinic, await LaterAsync(Callers.Clinic, path)))["output"]!.AsArray());
    }

    [Fact]
    public async Task An_answer_that_comes_later_has_the_notices_of_what_it_holds()
    {
        await _server.PutAsync(Callers.Programme, Condition("flu", "J11.1"));
        await _server.PutAsync(null, Condition("plain", "J11.1"));
        await _server.PutAsync(null, Consent("c", Provision("permit").Labelled("SUD")).ToJsonString());

        var ofPart2 = await _server.GetAsync(Callers.Clinic, await LaterAsync(Callers.Clinic, "Condition/flu"));
        var plain = await _server.GetAsync(Callers.Clinic, await LaterAsync(Callers.Clinic, "Condition/plain"));
        var absent = await _server.GetAsync(Callers.Clinic, await LaterAsync(Callers.Clinic, "Condition/none"));

        Assert.Equal(["flu"], Ids(ofPart2));
        Assert.Equal(["may-be-withheld", "redisclosure", "part2-redisclosure"], Codes(ofPart2, "tag"));
        Assert.Contains("42CFRPart2", Codes(ofPart2, "security"));
        Assert.Equal(["plain"], Ids(plain));
        Assert.Equal(["may-be-withheld"], Codes(plain, "tag"));
        Assert.Equal(["may-be-withheld"], Codes(absent, "tag"));
    }

    private async Task<string> LaterAsync(Caller caller, string path)
    {
        using var taken = await _server.SendAsync(caller, "GET", path, null, ("Prefer", "respond-async"));
        var job = new Uri(taken.Content.Headers.ContentLocation!.ToString()).AbsolutePath["/fhir/".Length..];
        await Until.TrueAsync(async () => await _server.StatusAsync(caller, job) == HttpStatusCode.OK, path);
        return job;
    }

    [Fact]
    public async Task In_an_emergency_a_user_sees_for_a_time_what_nobody_permitted()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));
        var user = Callers.Clinic with { User = "Practitioner/dr" };
        var now = DateTimeOffset.UtcNow;

        Assert.Equal(HttpStatusCode.OK, await AsyncStatus(user, $"{now:O}; Patient/p; unconscious, suspected overdose"));
        Assert.Equal(HttpStatusCode.Forbidden, await AsyncStatus(user, $"{now.AddMinutes(-31):O}; Patient/p; unconscious, suspected overdose"));
        Assert.Equal(HttpStatusCode.Forbidden, await AsyncStatus(user, $"{now.AddMinutes(10):O}; Patient/p; unconscious, suspected overdose"));
        Assert.Equal(HttpStatusCode.Forbidden, await AsyncStatus(Callers.Clinic, $"{now:O}; Patient/p; unconscious, suspected overdose"));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(user, "Condition/oud"));

        using var export = await _server.SendAsync(
            user, "GET", "$export?_type=Condition", null, ("Prefer", "respond-async"), ("X-Break-Glass", $"{now:O}; Patient/p; unconscious, suspected overdose"));
        Assert.Equal(HttpStatusCode.Forbidden, export.StatusCode);

        async Task<HttpStatusCode> AsyncStatus(Caller caller, string header)
        {
            using var response = await _server.SendAsync(caller, "GET", "Condition/oud", null, ("X-Break-Glass", header));
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData("unconscious, suspected overdose")]
    [InlineData("{0}; Patient/p;")]
    [InlineData("{0}; Patient/p; .........")]
    [InlineData("{0}; Patient/p; aaaaaaaaaaaa")]
    [InlineData("{0}; Patient/p; urgent")]
    [InlineData("{0}; unconscious, suspected overdose")]
    [InlineData("{0}; p; unconscious, suspected overdose")]
    [InlineData("{0}; Patient/p,Patient/q; unconscious, suspected overdose")]
    [InlineData("{0}; Patient/; unconscious, suspected overdose")]
    public async Task A_declaration_names_one_patient_and_a_reason_in_words(string header)
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));

        using var response = await _server.SendAsync(
            Callers.Clinic with { User = "Practitioner/dr" }, "GET", "Condition/oud", null, ("X-Break-Glass", string.Format(null, header, $"{DateTimeOffset.UtcNow:O}")));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_declaration_for_one_patient_opens_nobody_else()
    {
        await _server.PutAsync(null, Condition("p-oud", "F11.20", "p"));
        await _server.PutAsync(null, Condition("q-oud", "F11.20", "q"));
        await _server.PutAsync(null, Condition("q-flu", "J11.1", "q"));
        await _server.PutAsync(null, Condition("both-oud", "F11.20", "p", ""","asserter":{"reference":"Patient/q"}"""));

        using var response = await _server.SendAsync(
            Callers.Clinic with { User = "Practitioner/dr" }, "GET", "Condition", null, ("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/p; unconscious, suspected overdose"));
        var found = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

        Assert.Equal(["p-oud", "q-flu"], Ids(found).Order(StringComparer.Ordinal));
    }

    /// <summary>A call has no user of ours who could answer for it.</summary>
    [Fact]
    public async Task No_glass_is_broken_by_a_hook_call()
    {
        using var client = _server.Server.CreateClient();
        client.DefaultRequestHeaders.Add(CallerHeader.Name, CallerHeader.Of(Callers.Clinic).Value);
        client.DefaultRequestHeaders.Add("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/pt; unconscious, suspected overdose");

        using var response = await client.PostAsync(CdsClient.CallPath, Call.Json(Call.OrderSign()), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Where_no_site_allows_it_no_glass_is_broken()
    {
        using var server = new AccessServer();

        using var response = await server.SendAsync(
            Callers.Clinic with { User = "Practitioner/dr" }, "GET", "Condition", null, ("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/p; unconscious, suspected overdose"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_open_service_says_nothing_of_all_this()
    {
        await _server.PutAsync(null, Condition("oud", "F11.20"));

        var found = await _server.GetAsync(null, "Condition");

        Assert.Equal(["oud"], Ids(found));
        Assert.False(found.ContainsKey("meta"));
        Assert.Equal(1, (int)found["total"]!);
    }

    private static string Condition(string id, string code, string patient = "p", string more = "") => $$"""
        {"resourceType":"Condition","id":"{{id}}","subject":{"reference":"Patient/{{patient}}"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]}{{more}} }
        """;

    private static IEnumerable<string> Ids(JsonObject bundle) => (bundle["entry"]?.AsArray() ?? []).Select(entry => (string)entry!["resource"]!["id"]!);

    private static IEnumerable<string> Codes(JsonObject bundle, string list)
        => (bundle["meta"]?[list]?.AsArray() ?? []).Where(coding => list != "tag" || (string?)coding!["system"] == Tag).Select(coding => (string)coding!["code"]!);

    private async Task<List<string>> TextsAsync(string[] paths)
    {
        var texts = new List<string>();
        foreach (var path in paths) texts.Add((await _server.GetAsync(Callers.Clinic, path)).ToJsonString());
        return texts;
    }

    /// <summary>The pages of a search: their ids, and whether a next one is told.</summary>
    private async Task<List<string>> PagesAsync(int size)
    {
        var pages = new List<string>();
        for (var path = $"Condition?_count={size}&_sort=_id"; path is not null;)
        {
            var page = await _server.GetAsync(Callers.Clinic, path);
            var next = page["link"]!.AsArray().SingleOrDefault(link => (string?)link!["relation"] == "next");
            pages.Add($"{string.Join(',', Ids(page))} {next is not null}");
            path = next is null ? null : new Uri((string)next["url"]!).PathAndQuery["/fhir/".Length..];
        }

        return pages;
    }

    private static List<string> Names(HttpResponseMessage response) => [.. response.Headers.Select(header => header.Key).Order(StringComparer.Ordinal)];

    private async Task<HttpStatusCode> ChangeAsync(string method, string id)
    {
        using var response = await _server.SendAsync(
            Callers.Clinic with { ChoosesIds = false },
            method,
            $"Condition/{id}",
            method switch { "PUT" => Condition(id, "J11.1", "q"), "PATCH" => """[{"op":"add","path":"/language","value":"en"}]""", _ => null },
            method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : []);
        return response.StatusCode;
    }

    private static string Encounter(string id, string more)
        => $$"""{"resourceType":"Encounter","id":"{{id}}","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"}{{more}} }""";

    private async Task<string> StoreAsync(string text, Caller? caller = null)
    {
        var resource = JsonNode.Parse(text)!.AsObject();
        resource["id"] = "x";
        await _server.PutAsync(caller, resource.ToJsonString());
        return $"{resource["resourceType"]}/x";
    }
}
