using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>The CapabilityStatement says what is there, and what it says is true.</summary>
public sealed class CapabilityTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private static readonly (string, string)[] Enforced =
        [("Security:Mode", "Enforced"), .. CdsClient.Registered(0, "bulk", ("Jwks", TestKey.Set(TestKey.P384("k"))), ("Scopes", "system/*.rs"))];

    private readonly FhirHttp _fhir = shared.WithOwn();

    [Fact]
    public async Task It_is_a_valid_resource_that_lists_every_type()
    {
        using var response = await _fhir.GetAsync("/fhir/metadata");

        var reading = new ContentReader().FromJson(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(reading.Issues);
        var types = reading.Content!.Root.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Select(type => type.GetProperty("type").GetString());
        Assert.Equal(ResourceTypes.All, types);
    }

    [Theory]
    [InlineData("Observation", "code", "token")]
    [InlineData("Observation", "value-quantity", "quantity")]
    [InlineData("Patient", "name", "string")]
    [InlineData("MedicationRequest", "patient", "reference")]
    [InlineData("Location", "near", "special")]
    [InlineData("PlanDefinition", "_tag", "token")]
    [InlineData("Basic", "_id", "token")]
    public async Task It_names_search_parameters_with_their_kind(string type, string name, string kind)
    {
        using var response = await _fhir.GetAsync("/fhir/metadata");

        var resource = (await response.JsonAsync())["rest"]![0]!["resource"]!.AsArray().Single(one => (string?)one!["type"] == type)!;
        var parameter = resource["searchParam"]!.AsArray().Single(one => (string?)one!["name"] == name)!;
        Assert.Equal(kind, (string?)parameter["type"]);
    }

    [Theory]
    [InlineData("read", "GET", "/fhir/Basic/x", null, 404)]
    [InlineData("vread", "GET", "/fhir/Basic/x/_history/1", null, 404)]
    [InlineData("update", "PUT", "/fhir/Basic/cap", """{"resourceType":"Basic","id":"cap","code":{"text":"x"}}""", 201)]
    [InlineData("patch", "PATCH", "/fhir/Basic/x", "[{\"op\":\"remove\",\"path\":\"/code\"}]", 404)]
    [InlineData("delete", "DELETE", "/fhir/Basic/x", null, 204)]
    [InlineData("history-instance", "GET", "/fhir/Basic/x/_history", null, 404)]
    [InlineData("history-type", "GET", "/fhir/Basic/_history", null, 200)]
    [InlineData("create", "POST", "/fhir/Basic", """{"resourceType":"Basic","code":{"text":"x"}}""", 201)]
    [InlineData("search-type", "GET", "/fhir/Basic", null, 200)]
    [InlineData("history-system", "GET", "/fhir/_history", null, 200)]
    [InlineData("search-system", "GET", "/fhir?_type=Basic", null, 200)]
    [InlineData("transaction", "POST", "/fhir", """{"resourceType":"Bundle","type":"transaction"}""", 200)]
    [InlineData("batch", "POST", "/fhir", """{"resourceType":"Bundle","type":"batch"}""", 200)]
    public async Task Each_interaction_it_claims_is_answered(string code, string method, string path, string? body, int status)
    {
        using var metadata = await _fhir.GetAsync("/fhir/metadata");
        var rest = (await metadata.JsonAsync())["rest"]![0]!;
        var basic = rest["resource"]!.AsArray().Single(one => (string?)one!["type"] == "Basic")!;

        using var response = await _fhir.SendAsync(method, path, body, method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : []);

        Assert.Contains(code, Codes(rest).Concat(Codes(basic)));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task It_claims_no_interaction_that_is_not_tried_above()
    {
        using var metadata = await _fhir.GetAsync("/fhir/metadata");
        var rest = (await metadata.JsonAsync())["rest"]![0]!;

        var tried = typeof(CapabilityTests).GetMethod(nameof(Each_interaction_it_claims_is_answered))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!);
        Assert.Equal(tried.Order(), Codes(rest).Concat(Codes(rest["resource"]![0]!)).Order());
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("?mode=full", 200)]
    [InlineData("?mode=normative", 200)]
    [InlineData("?mode=banana", 400)]
    [InlineData("?_format=xml", 200)]
    public async Task It_comes_in_the_modes_there_are(string query, int status)
    {
        using var response = await _fhir.GetAsync("/fhir/metadata" + query);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_operation_registered_is_listed_and_answered_at_its_levels_only()
    {
        await using var factory = _fhir.Server.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(new FhirOperation
        {
            Name = "echo",
            Definition = "http://example.org/OperationDefinition/echo",
            Levels = OperationLevels.Type | OperationLevels.Instance,
            Types = ["Patient"],
            AffectsState = true,
            Handler = (call, _) => Task.FromResult(FhirAnswer.Of(new OutcomeBody([new Issue(IssueCodes.Informational, $"{call.Type} {call.Id} {call.Content?.Type}")]))),
        })));
        using var client = factory.CreateClient();
        const string parameters = """{"resourceType":"Parameters"}""";

        Assert.Equal("Patient p Parameters", await Echo(HttpMethod.Post, "/fhir/Patient/p/$echo", parameters, 200));
        Assert.Equal("Patient  ", await Echo(HttpMethod.Post, "/fhir/Patient/$echo", null, 200));
        await Echo(HttpMethod.Get, "/fhir/Patient/$echo", null, 405);
        await Echo(HttpMethod.Post, "/fhir/Observation/$echo", null, 404);
        await Echo(HttpMethod.Post, "/fhir/$echo", null, 404);
        var metadata = JsonNode.Parse(await client.GetStringAsync("/fhir/metadata"))!["rest"]![0]!["resource"]!.AsArray();
        Assert.Equal(["Patient"], metadata.Where(type => type!["operation"]?.AsArray().Any(one => (string?)one!["name"] == "echo") == true).Select(type => (string?)type!["type"]));

        async Task<string?> Echo(HttpMethod method, string path, string? body, int status)
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/fhir+json");
            using var response = await client.SendAsync(request);
            return (string?)(await response.IssueAsync(status))["diagnostics"];
        }
    }

    [Theory]
    [InlineData("Patient", "Observation:subject", true)]
    [InlineData("Patient", "*", true)]
    [InlineData("Patient", "Provenance:target", true)]
    [InlineData("Patient", "Encounter:location", false)]
    [InlineData("Location", "Encounter:location", true)]
    [InlineData("Questionnaire", "QuestionnaireResponse:questionnaire", false)]
    public async Task It_names_what_refers_to_a_type(string type, string reverse, bool isNamed)
    {
        var rest = (await (await _fhir.GetAsync("/fhir/metadata")).JsonAsync())["rest"]![0]!;

        using var search = await _fhir.GetAsync($"/fhir/{type}?_revinclude={reverse}");

        Assert.Equal(isNamed, Resource(rest, type)["searchRevInclude"]!.AsArray().Any(one => (string?)one == reverse));
        if (isNamed) Assert.Equal(200, (int)search.StatusCode);
    }

    [Fact]
    public async Task It_names_the_compartments_and_each_is_searched()
    {
        var rest = (await (await _fhir.GetAsync("/fhir/metadata")).JsonAsync())["rest"]![0]!;

        Assert.Equal(
            ["Device", "Encounter", "Patient", "Practitioner", "RelatedPerson"],
            rest["compartment"]!.AsArray().Select(one => ((string)one!).Split("http://hl7.org/fhir/CompartmentDefinition/")[1]).Select(name => char.ToUpperInvariant(name[0]) + name[1..].Replace("person", "Person", StringComparison.Ordinal)));
        foreach (var type in new[] { "Device", "Encounter", "Patient", "Practitioner", "RelatedPerson" })
        {
            using var search = await _fhir.GetAsync($"/fhir/{type}/none/Communication");
            Assert.Equal(200, (int)search.StatusCode);
        }
    }

    [Fact]
    public async Task Where_callers_are_asked_who_they_are_no_record_of_access_is_written()
    {
        using var enforced = new FhirHttp([.. Enforced]);

        var rest = (await (await enforced.GetAsync("/fhir/metadata")).JsonAsync())["rest"]![0]!;

        var records = Resource(rest, "AuditEvent");
        Assert.Equal(["read", "vread", "history-instance", "history-type", "search-type"], Codes(records));
        Assert.False((bool)records["updateCreate"]! || (bool)records["conditionalCreate"]! || (bool)records["conditionalUpdate"]!);
        Assert.Equal("not-supported", (string?)records["conditionalDelete"]);
        Assert.Contains("create", Codes(Resource(rest, "Observation")));
        Assert.Contains("create", Codes(Resource((await (await _fhir.GetAsync("/fhir/metadata")).JsonAsync())["rest"]![0]!, "AuditEvent")));
    }

    [Theory]
    [InlineData("Cors:Origins:0", "https://ehr.example.org", true)]
    [InlineData("Security:Launch:Enabled", "true", true)]
    [InlineData("Security:Launch:Enabled", "false", false)]
    public async Task It_tells_of_pages_from_elsewhere_when_some_may_call(string setting, string value, bool isTold)
    {
        using var enforced = new FhirHttp([.. Enforced, (setting, value)]);

        var rest = (await (await enforced.GetAsync("/fhir/metadata")).JsonAsync())["rest"]![0]!;

        Assert.Equal(isTold, (bool)rest["security"]!["cors"]!);
    }

    private static JsonNode Resource(JsonNode rest, string type) => rest["resource"]!.AsArray().Single(one => (string?)one!["type"] == type)!;

    private static IEnumerable<string> Codes(JsonNode node) => node["interaction"]!.AsArray().Select(one => (string)one!["code"]!);
}
