using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>Scopes with a query (SMART App Launch 2.2, finer-grained scopes): a resource that does not match looks as if it were not there.</summary>
public sealed class QueryScopeTests : IDisposable
{
    private const string Text = "{\"text\":\"x\"}";
    private const string Subject = "\"subject\":{\"reference\":\"Patient/any\"}";

    // Type, query, what matches it, what does not.
    private static readonly (string Type, string Query, string Matching, string Other)[] Rows =
    [
        ("Patient", "active=true", "\"active\":true", "\"active\":false"),
        ("Observation", "category=vital-signs", Observation("vital-signs"), Observation("laboratory")),
        ("Condition", "code=http://example.org/codes|a", Condition("a"), Condition("b")),
        ("MedicationRequest", "intent=order", Request("order"), Request("plan")),
        ("Encounter", "status=planned", Encounter("planned"), Encounter("finished")),
        ("CarePlan", "intent=plan", CarePlan("plan"), CarePlan("proposal")),
        ("QuestionnaireResponse", "status=completed", "\"status\":\"completed\"", "\"status\":\"in-progress\""),
        ("AuditEvent", "action=R", Audit("R"), Audit("C")),
        ("Practitioner", "active=true", "\"active\":true", "\"active\":false"),
        ("Organization", "name:exact=North", "\"name\":\"North\"", "\"name\":\"South\""),
        ("Questionnaire", "status=draft", "\"status\":\"draft\"", "\"status\":\"active\""),
        ("Substance", "status=active", "\"status\":\"active\",\"code\":{\"text\":\"x\"}", "\"status\":\"inactive\",\"code\":{\"text\":\"x\"}"),
    ];

    private readonly GuardedFhir _fhir = new();

    public static TheoryData<string> TypeNames => [.. Rows.Select(row => row.Type)];

    public void Dispose() => _fhir.Dispose();

    [Theory]
    [MemberData(nameof(TypeNames))]
    public async Task Only_what_matches_exists(string type)
    {
        var (_, query, matching, other) = Rows.Single(row => row.Type == type);
        foreach (var context in new[] { GrantContext.User, GrantContext.System })
        {
            var caller = ScopeMatrixTests.CallerOf(context, [new Grant(context, type, All, query)]);
            var (fits, unfit) = ($"a{Guid.NewGuid():N}", $"b{Guid.NewGuid():N}");
            var absent = $"c{Guid.NewGuid():N}";
            await _fhir.StoreAsync(type, fits, Body(type, fits, matching));
            await _fhir.StoreAsync(type, unfit, Body(type, unfit, other));

            Assert.Equal(HttpStatusCode.OK, await StatusAsync(caller, "GET", $"/fhir/{type}/{fits}"));
            Assert.Equal([fits], await FoundAsync(caller, $"/fhir/{type}?_id={fits},{unfit}"));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(caller, "GET", $"/fhir/{type}/_history"));
            foreach (var (method, path, body) in Probes(type, matching))
                Assert.Equal(await ShownAsync(caller, method, path, body, absent), await ShownAsync(caller, method, path, body, unfit));

            // It looks gone and is still there.
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(null, "GET", $"/fhir/{type}/{unfit}"));

            Assert.Equal(HttpStatusCode.Created, await StatusAsync(caller, "POST", $"/fhir/{type}", Body(type, null, matching)));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(caller, "POST", $"/fhir/{type}", Body(type, null, other)));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(caller, "PUT", $"/fhir/{type}/{fits}", Body(type, fits, matching + ",\"language\":\"en\"")));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(caller, "PUT", $"/fhir/{type}/{fits}", Body(type, fits, other)));
            Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(caller, "DELETE", $"/fhir/{type}/{fits}"));
        }
    }

    [Fact]
    public async Task Scopes_add_up_each_with_its_own_letters()
    {
        await _fhir.StoreAsync("Observation", "vital", Body("Observation", "vital", Observation("vital-signs")));
        await _fhir.StoreAsync("Observation", "lab", Body("Observation", "lab", Observation("laboratory")));
        await _fhir.StoreAsync("Observation", "exam", Body("Observation", "exam", Observation("exam")));
        var caller = ScopeMatrixTests.CallerOf(
            GrantContext.System,
            [
                new(GrantContext.System, "Observation", GrantedInteractions.Read | GrantedInteractions.Search, "category=vital-signs"),
                new(GrantContext.System, "Observation", GrantedInteractions.Search, "category=laboratory"),
            ]);
        Assert.Equal(["lab", "vital"], (await FoundAsync(caller, "/fhir/Observation")).Order());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(caller, "GET", "/fhir/Observation/vital"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(caller, "GET", "/fhir/Observation/lab"));
    }

    [Theory]
    [InlineData("nosuch=1")]
    [InlineData("category=")]
    [InlineData("")]
    [InlineData("subject.name=x")]
    [InlineData("_has:Provenance:target:agent=x")]
    [InlineData("category:nosuch=vital-signs")]
    [InlineData("category:in=http://hl7.org/fhir/ValueSet/observation-category")]
    [InlineData("category:not-in=http://example.org/none")]
    [InlineData("category:below=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs")]
    [InlineData("category:above=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs")]
    [InlineData("_filter=category in http://hl7.org/fhir/ValueSet/observation-category")]
    [InlineData("category=vital-signs&category%3Anot-in=http://example.org/none")]
    public async Task A_query_that_cannot_be_understood_grants_nothing(string query)
    {
        await _fhir.StoreAsync("Observation", "vital", Body("Observation", "vital", Observation("vital-signs")));
        var caller = ScopeMatrixTests.CallerOf(GrantContext.System, [new Grant(GrantContext.System, "Observation", All, query)]);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(caller, "GET", "/fhir/Observation/vital"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(caller, "GET", "/fhir/Observation"));
    }

    private const GrantedInteractions All = GrantedInteractions.Create | GrantedInteractions.Read | GrantedInteractions.Update
        | GrantedInteractions.Delete | GrantedInteractions.Search;

    private static IEnumerable<(string Method, string Path, string? Body)> Probes(string type, string matching)
    {
        yield return ("GET", $"/fhir/{type}/ID", null);
        yield return ("GET", $"/fhir/{type}/ID/_history/1", null);
        yield return ("GET", $"/fhir/{type}/ID/_history", null);
        yield return ("GET", $"/fhir/{type}?_id=ID", null);
        yield return ("PUT", $"/fhir/{type}/ID", Body(type, "ID", matching));
        yield return ("PUT", $"/fhir/{type}?_id=ID", Body(type, "ID", matching));
        yield return ("PATCH", $"/fhir/{type}/ID", """[{"op":"add","path":"/language","value":"de"}]""");
        yield return ("DELETE", $"/fhir/{type}?_id=ID", null);
        yield return ("DELETE", $"/fhir/{type}/ID", null);
    }

    private async Task<string> ShownAsync(Caller caller, string method, string path, string? body, string id)
    {
        (string, string)[] headers = method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : [];
        using var response = await _fhir.SendAsync(
            caller, method, path.Replace("ID", id, StringComparison.Ordinal), body?.Replace("ID", id, StringComparison.Ordinal), headers);
        var text = await response.Content.ReadAsStringAsync();
        return Seen.Of(response, text, id);
    }

    private async Task<HttpStatusCode> StatusAsync(Caller? caller, string method, string path, string? body = null)
    {
        using var response = await _fhir.SendAsync(caller, method, path, body);
        return response.StatusCode;
    }

    private async Task<string[]> FoundAsync(Caller caller, string path)
    {
        using var response = await _fhir.SendAsync(caller, "GET", path);
        var bundle = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return [.. (bundle["entry"]?.AsArray() ?? []).Select(entry => (string)entry!["resource"]!["id"]!)];
    }

    private static string Body(string type, string? id, string body)
        => $"{{\"resourceType\":\"{type}\",{(id is null ? string.Empty : $"\"id\":\"{id}\",")}{body}}}";

    private static string Observation(string category)
        => $"\"status\":\"final\",\"code\":{Text},\"category\":[{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"{category}\"}}]}}]";

    private static string Condition(string code)
        => $"\"code\":{{\"coding\":[{{\"system\":\"http://example.org/codes\",\"code\":\"{code}\"}}]}},{Subject}";

    private static string Request(string intent)
        => $"\"status\":\"active\",\"intent\":\"{intent}\",\"medicationCodeableConcept\":{Text},{Subject}";

    private static string Encounter(string status) => $"\"status\":\"{status}\",\"class\":{{\"code\":\"AMB\"}}";

    private static string CarePlan(string intent) => $"\"status\":\"active\",\"intent\":\"{intent}\",{Subject}";

    private static string Audit(string action)
        => $"\"type\":{{\"code\":\"rest\"}},\"action\":\"{action}\",\"recorded\":\"2026-03-01T08:00:00Z\",\"agent\":[{{\"requestor\":true}}],\"source\":{{\"observer\":{{\"display\":\"x\"}}}}";
}
