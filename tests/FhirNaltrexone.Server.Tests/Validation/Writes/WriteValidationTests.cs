using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Validation.Writes;

/// <summary><c>Validation:OnWrite</c> holds for every way of writing.</summary>
public sealed class WriteValidationTests
{
    private const string Bad = """{"resourceType":"Patient","id":"bad","banana":1}""";
    private const string Good = """{"resourceType":"Patient","id":"good"}""";

    private static readonly (string Way, string Method, string Path, string Body)[] Writes =
    [
        ("conditional update", "PUT", "/fhir/Patient?identifier=x|y", Bad),
        ("create", "POST", "/fhir/Patient", Bad),
        ("update", "PUT", "/fhir/Patient/bad", Bad),
        ("transaction", "POST", "/fhir", Bundle("transaction")),
        ("batch", "POST", "/fhir", Bundle("batch")),
    ];

    [Fact]
    public async Task Off_looks_at_nothing()
    {
        using var fhir = Server("off");

        foreach (var (way, method, path, body) in Writes) Assert.True(await StatusAsync(fhir, method, path, body) < 300, way);
    }

    [Fact]
    public async Task Reject_refuses_and_stores_nothing()
    {
        using var fhir = Server("reject");

        foreach (var (way, method, path, body) in Writes) Assert.True(await StatusAsync(fhir, method, path, body) == 422, way);
        using var found = await fhir.GetAsync("/fhir/Patient?_summary=count");
        Assert.Equal(0, (int)(await found.JsonAsync())["total"]!);
        using var good = await fhir.PutAsync("/fhir/Patient/good", Good);
        Assert.Equal(201, (int)good.StatusCode);
        using var patch = await fhir.SendAsync("PATCH", "/fhir/Patient/good", """[{"op":"add","path":"/banana","value":1}]""", ("Content-Type", "application/json-patch+json"));
        await patch.IssueAsync(422);
    }

    [Fact]
    public async Task Profiles_that_a_resource_names_count()
    {
        using var fhir = new FhirHttp(("Validation:OnWrite", "reject"));

        using var response = await fhir.PutAsync(
            "/fhir/Patient/p", """{"resourceType":"Patient","id":"p","meta":{"profile":["https://fhirnaltrexone.example.org/fhir/StructureDefinition/naltrexone-patient"]}}""");

        Assert.Equal("NAL-CARD-MIN", (string?)(await response.IssueAsync(422))["details"]!["coding"]![0]!["code"]);
    }

    [Fact]
    public async Task Warn_stores_tells_and_counts()
    {
        using var fhir = Server("warn");

        using var told = await fhir.PutAsync("/fhir/Patient/bad", Bad, ("Prefer", "return=OperationOutcome"));
        using var silent = await fhir.PutAsync("/fhir/Patient/bad", Bad);
        using var good = await fhir.PutAsync("/fhir/Patient/good", Good, ("Prefer", "return=OperationOutcome"));

        Assert.Equal("warning", (string?)(await told.IssueAsync(201))["severity"]);
        Assert.Equal("Patient", (string?)(await silent.JsonAsync())["resourceType"]);
        Assert.Equal("information", (string?)(await good.IssueAsync(201))["severity"]);
        foreach (var type in new[] { "transaction", "batch" })
        {
            using var bundle = await fhir.PostAsync("/fhir", Bundle(type));
            var answer = (await bundle.JsonAsync())["entry"]![0]!["response"]!;
            Assert.Equal("warning", (string?)answer["outcome"]!["issue"]![0]!["severity"]);
        }

        using var metrics = await fhir.GetAsync("/metrics");
        Assert.Contains("verdict=\"warned\"", await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // The structure is left to validation, so that it has something to find.
    private static FhirHttp Server(string onWrite) => new(("Validation:OnWrite", onWrite), ("Rest:Structure", "off"));

    private static string Bundle(string type)
        => $$$"""{"resourceType":"Bundle","type":"{{{type}}}","entry":[{"resource":{{{Bad}}},"request":{"method":"PUT","url":"Patient/bad"}}]}""";

    private static async Task<int> StatusAsync(FhirHttp fhir, string method, string path, string body)
    {
        using var response = await fhir.SendAsync(method, path, body);
        var json = await response.Content.ReadAsStringAsync();
        var entry = response.IsSuccessStatusCode ? JsonNode.Parse(json)!["entry"]?[0] : null;
        return entry is null ? (int)response.StatusCode : int.Parse(((string)entry["response"]!["status"]!)[..3], System.Globalization.CultureInfo.InvariantCulture);
    }
}
