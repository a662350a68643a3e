using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Reasoning;

/// <summary><c>$apply</c> as clients call it.</summary>
public sealed class ApplyTests : IClassFixture<SharedFhir>
{
    private const string Now = "2026-03-07T10:00:00-05:00";

    private readonly FhirHttp _fhir;

    public ApplyTests(SharedFhir shared) => _fhir = shared.WithOwn("OWN");

    [Fact]
    public async Task A_stored_plan_is_applied_to_a_stored_patient_and_nothing_is_stored()
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","title":"A","timingDuration":{"value":1,"system":"http://unitsofmeasure.org","code":"d"}}"""));

        using var response = await _fhir.GetAsync($"/fhir/PlanDefinition/OWN/$apply?subject=Patient/OWN&now={Now}");

        Assert.Equal(200, (int)response.StatusCode);
        var plan = await response.JsonAsync();
        Assert.Equal("CarePlan", (string?)plan["resourceType"]);
        Assert.Equal("2026-03-08", (string?)plan["contained"]![0]!["action"]![0]!["timingDateTime"]);
        using var search = await _fhir.GetAsync("/fhir/CarePlan?subject=Patient/OWN");
        Assert.Empty((await search.JsonAsync()).Ids());
    }

    [Fact]
    public async Task A_plan_is_named_by_its_canonical_or_sent()
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","title":"A"}"""));
        using var named = await _fhir.GetAsync("/fhir/PlanDefinition/$apply?subject=Patient/OWN&canonical=https://example.org/PlanDefinition/OWN");
        using var versioned = await _fhir.GetAsync("/fhir/PlanDefinition/$apply?subject=Patient/OWN&canonical=https://example.org/PlanDefinition/OWN%7C9");
        using var sent = await ApplyAsync($$"""{"name":"planDefinition","resource":{{Plan("""{"id":"b","title":"B"}""")}} },{"name":"subject","valueString":"Patient/OWN"}""");

        Assert.Equal(200, (int)named.StatusCode);
        Assert.Equal("not-found", (string?)(await versioned.IssueAsync(404))["code"]);
        Assert.Equal("b", (string?)(await sent.JsonAsync())["contained"]![0]!["action"]![0]!["id"]);
    }

    [Fact]
    public async Task The_bundle_of_drafts_is_a_transaction_this_server_accepts()
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","title":"A","action":[{"id":"b","title":"B"},{"id":"c","title":"C"}]}"""));
        using var applied = await _fhir.GetAsync("/fhir/PlanDefinition/OWN/$apply?subject=Patient/OWN&result=bundle");

        using var stored = await _fhir.PostAsync("/fhir", await applied.Content.ReadAsStringAsync());

        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        using var search = await _fhir.GetAsync("/fhir/Task?patient=Patient/OWN");
        Assert.Equal(2, (await search.JsonAsync()).Ids().Count);
    }

    [Theory]
    [InlineData("OWN", 200)]
    [InlineData("other", 422)]
    public async Task The_encounter_must_be_one_of_the_patient(string patient, int status)
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","title":"A"}"""));
        await StoreAsync($$"""
            {"resourceType":"Encounter","id":"OWN","status":"in-progress","subject":{"reference":"Patient/{{patient}}"},
             "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"} }
            """);

        using var response = await _fhir.GetAsync("/fhir/PlanDefinition/OWN/$apply?subject=Patient/OWN&encounter=Encounter/OWN");

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("encounter=Practitioner/1")]
    [InlineData("practitioner=somebody")]
    [InlineData("organization=Organization/not an id")]
    public async Task A_reference_to_something_else_is_refused(string parameter)
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","title":"A"}"""));

        using var response = await _fhir.GetAsync($"/fhir/PlanDefinition/OWN/$apply?subject=Patient/OWN&{parameter}");

        Assert.Equal("value", (string?)(await response.IssueAsync(400))["code"]);
    }

    [Fact]
    public async Task Data_of_others_is_not_read_and_the_result_says_so()
    {
        await StoreAsync(Plan("""{"id":"a","title":"A"}"""));
        using var response = await ApplyAsync("""
            {"name":"canonical","valueUri":"https://example.org/PlanDefinition/OWN"},{"name":"subject","valueString":"Patient/OWN"},{"name":"useServerData","valueBoolean":false},
            {"name":"data","resource":{"resourceType":"Bundle","type":"collection","entry":[
              {"resource":{"resourceType":"Patient","id":"OWN"}},
              {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/other"}}}]}}
            """);

        Assert.Equal(200, (int)response.StatusCode);
        var outcome = (await response.JsonAsync())["contained"]!.AsArray().Single(one => (string?)one!["resourceType"] == "OperationOutcome")!;
        Assert.Equal("data.entry[1].resource", (string?)outcome["issue"]![0]!["expression"]![0]);
    }

    [Theory]
    [InlineData("subject=Patient/nobody", 404, "not-found")]
    [InlineData("", 400, "required")]
    [InlineData("subject=Group/1", 400, "value")]
    [InlineData("subject=Patient/OWN&now=2026-03-07", 400, "value")]
    [InlineData("subject=Patient/OWN&result=pdf", 400, "value")]
    [InlineData("subject=Patient/OWN&setting=x", 400, "not-supported")]
    [InlineData("subject=Patient/OWN&nonsense=x", 400, "not-supported")]
    public async Task What_is_asked_wrongly_is_refused(string query, int status, string code)
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","title":"A"}"""));

        using var response = await _fhir.GetAsync($"/fhir/PlanDefinition/OWN/$apply?{query}");

        Assert.Equal(code, (string?)(await response.IssueAsync(status))["code"]);
    }

    [Fact]
    public async Task An_unknown_plan_is_404()
    {
        await StorePatientAsync();
        using var response = await _fhir.GetAsync("/fhir/PlanDefinition/nowhere/$apply?subject=Patient/OWN");

        await response.IssueAsync(404);
    }

    [Fact]
    public async Task Plans_that_contain_one_another_are_422()
    {
        await StorePatientAsync();
        await StoreAsync(Plan("""{"id":"a","definitionCanonical":"https://example.org/PlanDefinition/OWN-2"}"""));
        await StoreAsync(Plan("""{"id":"a","definitionCanonical":"https://example.org/PlanDefinition/OWN"}""", "OWN-2"));

        using var response = await _fhir.GetAsync("/fhir/PlanDefinition/OWN/$apply?subject=Patient/OWN");

        Assert.Equal("business-rule", (string?)(await response.IssueAsync(422))["code"]);
    }

    [Fact]
    public async Task Ten_thousand_actions_are_422()
    {
        await StorePatientAsync();
        var actions = new StringBuilder();
        for (var number = 0; number < 10_000; number++) actions.Append(number == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"title\":\"{number}\"}}");

        using var response = await ApplyAsync($$"""{"name":"planDefinition","resource":{{Plan(actions.ToString())}} },{"name":"subject","valueString":"Patient/OWN"}""");

        Assert.Equal("too-costly", (string?)(await response.IssueAsync(422))["code"]);
    }

    [Fact]
    public async Task Definitions_and_libraries_that_are_not_here_are_422_and_all_named()
    {
        await StorePatientAsync();
        var plan = JsonNode.Parse(Plan("""{"id":"a","definitionCanonical":"https://example.org/ActivityDefinition/missing"}"""))!;
        plan["library"] = new JsonArray("https://example.org/Library/missing");

        using var response = await ApplyAsync($$"""{"name":"planDefinition","resource":{{plan.ToJsonString()}} },{"name":"subject","valueString":"Patient/OWN"}""");

        await response.IssueAsync(422);
        Assert.Equal(2, (await response.JsonAsync())["issue"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_stored_library_with_ELM_decides_a_condition_and_one_without_is_422()
    {
        await StorePatientAsync();
        await StoreAsync(Library("OWN-elm", Elm("""{"name":"Is Here","context":"Patient","accessLevel":"Public","expression":{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}Boolean","value":"true"}}""")));
        await StoreAsync(Library("OWN-cql", null));
        const string Action = """{"id":"a","title":"A","condition":[{"kind":"applicability","expression":{"language":"text/cql-identifier","expression":"Is Here"}}]}""";

        using var good = await ApplyAsync($$"""{"name":"planDefinition","resource":{{WithLibrary(Action, "OWN-elm")}} },{"name":"subject","valueString":"Patient/OWN"}""");
        using var bad = await ApplyAsync($$"""{"name":"planDefinition","resource":{{WithLibrary(Action, "OWN-cql")}} },{"name":"subject","valueString":"Patient/OWN"}""");

        Assert.Equal(200, (int)good.StatusCode);
        Assert.DoesNotContain("OperationOutcome", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("not-supported", (string?)(await bad.IssueAsync(422))["code"]);
    }

    [Fact]
    public async Task An_activity_of_the_content_gives_its_draft()
    {
        await StorePatientAsync();

        using var response = await _fhir.GetAsync("/fhir/ActivityDefinition/hepatic-panel/$apply?subject=Patient/OWN");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("ServiceRequest draft", $"{(await response.JsonAsync())["resourceType"]} {(await response.JsonAsync())["status"]}");
    }

    [Fact]
    public async Task The_CapabilityStatement_lists_it()
    {
        using var response = await _fhir.GetAsync("/fhir/metadata");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply", text, StringComparison.Ordinal);
        Assert.Contains("http://hl7.org/fhir/OperationDefinition/ActivityDefinition-apply", text, StringComparison.Ordinal);
    }

    private static string Plan(string actions, string id = "OWN") => $$"""
        {"resourceType":"PlanDefinition","id":"{{id}}","url":"https://example.org/PlanDefinition/{{id}}","version":"1","name":"Tested","status":"active","action":[{{actions}}]}
        """;

    private static string WithLibrary(string actions, string library)
    {
        var plan = JsonNode.Parse(Plan(actions))!;
        plan["library"] = new JsonArray($"https://example.org/Library/{library}");
        return plan.ToJsonString();
    }

    private static string Library(string id, string? elm)
    {
        var library = JsonNode.Parse($$"""
            {"resourceType":"Library","id":"{{id}}","url":"https://example.org/Library/{{id}}","version":"1","name":"Own","status":"active",
             "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"logic-library"}]} }
            """)!;
        library["content"] = new JsonArray(new JsonObject
        {
            ["contentType"] = elm is null ? "text/cql" : "application/elm+json",
            ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(elm ?? "library Own")),
        });
        return library.ToJsonString();
    }

    private static string Elm(string define) => $$"""
        {"library":{"identifier":{"id":"Own","version":"1"},"schemaIdentifier":{"id":"urn:hl7-org:elm","version":"r1"},
          "usings":{"def":[{"localIdentifier":"System","uri":"urn:hl7-org:elm-types:r1"},{"localIdentifier":"FHIR","uri":"http://hl7.org/fhir","version":"4.0.1"}]},
          "contexts":{"def":[{"name":"Patient"}]},"statements":{"def":[{{define}}]} } }
        """;

    private Task<HttpResponseMessage> ApplyAsync(string parameters)
        => _fhir.PostAsync("/fhir/PlanDefinition/$apply", $$"""{"resourceType":"Parameters","parameter":[{{parameters}}]}""");

    private Task StorePatientAsync() => StoreAsync("""{"resourceType":"Patient","id":"OWN"}""");

    private async Task StoreAsync(string json)
    {
        var node = JsonNode.Parse(json)!;
        using var response = await _fhir.PutAsync($"/fhir/{node["resourceType"]}/{node["id"]}", json);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
