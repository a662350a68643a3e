using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Validation.Operations;

/// <summary><c>$validate</c>: what it takes, and that it answers 200 to whatever it could validate.</summary>
public sealed class ValidateOperationTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private const string Good = """{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1742-6"}]}}""";
    private const string NoStatus = """{"resourceType":"Observation","code":{"text":"x"}}""";

    private readonly FhirHttp _fhir = shared.WithOwn("own");

    [Fact]
    public async Task What_is_valid_gets_one_information()
    {
        var issues = await IssuesAsync("POST", "/fhir/Patient/$validate", """{"resourceType":"Patient"}""");

        Assert.Equal(("information", "informational"), (Text(Assert.Single(issues), "severity"), Text(issues[0], "code")));
    }

    [Theory]
    [InlineData("/fhir/Observation/$validate", NoStatus)]
    [InlineData("/fhir/Observation/$validate?mode=create", NoStatus)]
    [InlineData("/fhir/Observation/$validate", """{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Observation","code":{"text":"x"}}}]}""")]
    [InlineData("/fhir/Observation/$validate", """{"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"create"},{"name":"resource","resource":{"resourceType":"Observation","code":{"text":"x"}}}]}""")]
    public async Task What_is_missing_is_named_with_its_place(string path, string body)
    {
        var issues = await IssuesAsync("POST", path, body);

        var error = Assert.Single(issues, issue => Text(issue, "severity") == "error")!;
        Assert.Equal(("required", "Observation.status"), (Text(error, "code"), (string?)error["expression"]![0]));
        Assert.Equal("NAL-CARD-MIN", (string?)error["details"]!["coding"]![0]!["code"]);
    }

    [Fact]
    public async Task Elements_that_nobody_knows_are_found_not_refused()
    {
        var issues = await IssuesAsync("POST", "/fhir/Patient/$validate", """{"resourceType":"Patient","banana":1}""");

        Assert.Equal("Patient.banana", (string?)Assert.Single(issues)!["expression"]![0]);
    }

    [Fact]
    public async Task An_update_needs_an_id_and_that_of_the_address()
    {
        var missing = await IssuesAsync("POST", "/fhir/Patient/$validate?mode=update", """{"resourceType":"Patient"}""");
        var other = await IssuesAsync("POST", "/fhir/Patient/one/$validate?mode=update", """{"resourceType":"Patient","id":"another"}""");
        var same = await IssuesAsync("POST", "/fhir/Patient/one/$validate?mode=update", """{"resourceType":"Patient","id":"one"}""");

        Assert.All([missing, other], issues => Assert.Equal("Patient.id", (string?)Assert.Single(issues)!["expression"]![0]));
        Assert.Equal("information", Text(Assert.Single(same), "severity"));
    }

    [Fact]
    public async Task A_stored_resource_is_validated_where_it_is()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"own"}""");

        foreach (var (method, path) in new[] { ("GET", ""), ("POST", ""), ("GET", "?mode=delete"), ("GET", "?mode=profile&profile=http://hl7.org/fhir/StructureDefinition/Patient") })
        {
            Assert.Equal("information", Text(Assert.Single(await IssuesAsync(method, $"/fhir/Patient/own/$validate{path}", null)), "severity"));
        }
    }

    [Theory]
    [InlineData("""<Patient><gender value="male"/></Patient>""")]
    [InlineData("""<Patient xmlns="http://hl7.org/fhir"><birthDate value="2020"/><gender value="male"/></Patient>""")]
    [InlineData("""<Patient xmlns="http://hl7.org/fhir">male<gender value="male"/></Patient>""")]
    [InlineData("""<Patient xmlns="http://hl7.org/fhir"><name/></Patient>""")]
    public async Task What_only_XML_can_have_wrong_is_told_too(string xml)
    {
        using var response = await _fhir.PostAsync("/fhir/Patient/$validate", xml, ("Content-Type", "application/fhir+xml"));

        Assert.All((await response.JsonAsync())["issue"]!.AsArray(), issue => Assert.Equal("error", Text(issue!, "severity")));
    }

    [Fact]
    public async Task In_XML_the_same_is_found()
    {
        using var response = await _fhir.PostAsync(
            "/fhir/Observation/$validate", """<Observation xmlns="http://hl7.org/fhir"><code><text value="x"/></code></Observation>""", ("Content-Type", "application/fhir+xml"));

        Assert.Equal(("error", "Observation.status"), (await response.IssueAsync(200)) is var issue ? (Text(issue, "severity"), (string?)issue["expression"]![0]) : default);
    }

    [Fact]
    public async Task Entries_of_a_batch_may_validate_too()
    {
        using var response = await _fhir.PostAsync("/fhir", $$$"""
            {"resourceType":"Bundle","type":"batch","entry":[{"resource":{{{NoStatus}}},"request":{"method":"POST","url":"Observation/$validate"}}]}
            """);

        var entry = (await response.JsonAsync())["entry"]![0]!;
        Assert.StartsWith("200", (string?)entry["response"]!["status"], StringComparison.Ordinal);
        Assert.Equal("error", (string?)entry["resource"]!["issue"]![0]!["severity"]);
    }

    [Fact]
    public async Task A_profile_that_a_client_has_stored_counts_with_those_it_stands_on()
    {
        await _fhir.StoreAsync(Profile("own-named", "http://hl7.org/fhir/StructureDefinition/Patient", "name"));
        await _fhir.StoreAsync(Profile("own-born", "http://example.org/own-named", "birthDate"));

        var born = await IssuesAsync("POST", "/fhir/Patient/$validate?profile=http://example.org/own-born", """{"resourceType":"Patient","birthDate":"1980"}""");
        var named = await IssuesAsync("POST", "/fhir/Patient/$validate?profile=http://example.org/own-named", """{"resourceType":"Patient"}""");
        var claimed = await IssuesAsync("POST", "/fhir/Patient/$validate", """{"resourceType":"Patient","meta":{"profile":["http://example.org/own-named"]}}""");
        var unknown = await IssuesAsync("POST", "/fhir/Patient/$validate?profile=http://example.org/nobody", """{"resourceType":"Patient"}""");

        Assert.Equal("information", Text(Assert.Single(born), "severity"));
        Assert.All([named, claimed], issues => Assert.Equal("Patient.name", (string?)Assert.Single(issues)!["expression"]![0]));
        Assert.Equal("not-found", Text(Assert.Single(unknown), "code"));
    }

    [Theory]
    [InlineData("Bundle", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://example.org/Patient/p","resource":PATIENT}]}""", "Bundle.entry[0].resource.name")]
    [InlineData("Observation", """{"resourceType":"Observation","status":"final","code":{"text":"a"},"contained":[PATIENT],"subject":{"reference":"#p"}}""", "Observation.contained[0].name")]
    public async Task A_stored_profile_counts_for_resources_within_another_one_too(string type, string json, string place)
    {
        await _fhir.StoreAsync(Profile("own-inner", "http://hl7.org/fhir/StructureDefinition/Patient", "name"));

        var issues = await IssuesAsync("POST", $"/fhir/{type}/$validate", json.Replace(
            "PATIENT", """{"resourceType":"Patient","id":"p","meta":{"profile":["http://example.org/own-inner"]}}""", StringComparison.Ordinal));

        Assert.Equal(place, (string?)Assert.Single(issues)!["expression"]![0]);
    }

    [Fact]
    public async Task A_stored_definition_of_a_modifier_extension_is_known()
    {
        await _fhir.StoreAsync("""
            {"resourceType":"StructureDefinition","id":"own-modifier","url":"http://example.org/own-modifier","name":"OwnModifier","status":"active","kind":"complex-type","abstract":false,
             "context":[{"type":"element","expression":"Patient"}],"type":"Extension","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Extension","derivation":"constraint",
             "differential":{"element":[{"id":"Extension","path":"Extension","isModifier":true,"isModifierReason":"It says something else."},
               {"id":"Extension.url","path":"Extension.url","fixedUri":"http://example.org/own-modifier"},{"id":"Extension.value[x]","path":"Extension.value[x]","type":[{"code":"boolean"}]}]}}
            """);

        var known = await IssuesAsync("POST", "/fhir/Patient/$validate", """{"resourceType":"Patient","modifierExtension":[{"url":"http://example.org/own-modifier","valueBoolean":true}]}""");
        var wrong = await IssuesAsync("POST", "/fhir/Patient/$validate", """{"resourceType":"Patient","modifierExtension":[{"url":"http://example.org/own-modifier","valueString":"a"}]}""");

        Assert.Equal("information", Text(Assert.Single(known), "severity"));
        Assert.Equal("Patient.modifierExtension[0].value", (string?)Assert.Single(wrong)!["expression"]![0]);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_no_valid_creation()
    {
        const string subscription = """{"resourceType":"Subscription","status":"requested","reason":"x","criteria":"http://example.org/no-topic","channel":{"type":"rest-hook","endpoint":"https://ehr.example.org/hook"}}""";

        var created = await IssuesAsync("POST", "/fhir/Subscription/$validate?mode=create", subscription);

        Assert.Contains(created, issue => Text(issue, "severity") == "error");
    }

    [Theory]
    [InlineData("http://loinc.org", "1742-7", "ALT", "information", "incomplete")]
    [InlineData("urn:not:known", "1", "ALT", "information", "incomplete")]
    public async Task A_code_of_a_system_that_is_not_here_is_not_passed_over(string system, string code, string display, string severity, string reason)
    {
        var issues = await IssuesAsync("POST", "/fhir/Observation/$validate", $$$"""
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"{{{system}}}","code":"{{{code}}}","display":"{{{display}}}"}]}}
            """);

        Assert.Contains(issues, issue => Text(issue, "severity") == severity && Text(issue, "code") == reason && ((string?)issue!["expression"]?[0])!.StartsWith("Observation.code.coding", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fhir/Patient/$validate", null, 400)]
    [InlineData("/fhir/Patient/$validate", """{"resourceType":"Parameters"}""", 400)]
    [InlineData("/fhir/Patient/$validate", Good, 400)]
    [InlineData("/fhir/Patient/$validate", "no json", 400)]
    [InlineData("/fhir/Patient/$validate", """{"resourceType":"Patient","resourceType":"Patient"}""", 400)]
    [InlineData("/fhir/Patient/$validate?mode=banana", """{"resourceType":"Patient"}""", 400)]
    [InlineData("/fhir/Patient/$validate?mode=delete", null, 400)]
    [InlineData("/fhir/Patient/$validate?mode=profile", null, 400)]
    [InlineData("/fhir/Patient/x/$validate?mode=profile", null, 400)]
    [InlineData("/fhir/Patient/$validate?profile=a&profile=b&profile=c&profile=d&profile=e&profile=f&profile=g&profile=h&profile=i&profile=j&profile=k", """{"resourceType":"Patient"}""", 400)]
    [InlineData("/fhir/Patient/$validate?profil=http://hl7.org/fhir/StructureDefinition/Patient", """{"resourceType":"Patient"}""", 400)]
    [InlineData("/fhir/Patient/$validate?mode=create&mode=update", """{"resourceType":"Patient"}""", 400)]
    [InlineData("/fhir/Patient/$validate", """{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient"}},{"name":"resource","resource":{"resourceType":"Patient","gender":"bad"}}]}""", 400)]
    [InlineData("/fhir/Patient/$validate", """{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient"}},{"name":"profil","valueString":"x"}]}""", 400)]
    [InlineData("/fhir/Patient/$validate", """{"resourceType":"Parameters","parameter":[{"name":"\ud800","valueString":"x"},{"name":"resource","resource":{"resourceType":"Patient"}}]}""", 400)]
    [InlineData("/fhir/Patient/$validate", """{"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"\ud800"},{"name":"resource","resource":{"resourceType":"Patient"}}]}""", 400)]
    [InlineData("/fhir/Patient/never-was/$validate", null, 404)]
    [InlineData("/fhir/Banana/$validate", """{"resourceType":"Patient"}""", 404)]
    [InlineData("/fhir/$validate", """{"resourceType":"Patient"}""", 404)]
    public async Task What_cannot_be_validated_is_refused(string path, string? body, int status)
    {
        using var response = await _fhir.PostAsync(path, body);

        await response.IssueAsync(status);
    }

    private static string Profile(string name, string baseProfile, string element) => $$$"""
        {"resourceType":"StructureDefinition","id":"{{{name}}}","url":"http://example.org/{{{name}}}","name":"X","status":"draft","kind":"resource","abstract":false,"type":"Patient",
         "baseDefinition":"{{{baseProfile}}}","derivation":"constraint",
         "snapshot":{"element":[{"id":"Patient","path":"Patient","min":0,"max":"*"},{"id":"Patient.{{{element}}}","path":"Patient.{{{element}}}","min":1,"max":"1"}]},
         "differential":{"element":[{"id":"Patient.{{{element}}}","path":"Patient.{{{element}}}","min":1}]}}
        """;

    private async Task<JsonArray> IssuesAsync(string method, string path, string? body)
    {
        using var response = await _fhir.SendAsync(method, path, body);
        Assert.True((int)response.StatusCode == 200, await response.Content.ReadAsStringAsync());
        return (await response.JsonAsync())["issue"]!.AsArray();
    }

    private static string? Text(JsonNode? node, string member) => (string?)node![member];
}
