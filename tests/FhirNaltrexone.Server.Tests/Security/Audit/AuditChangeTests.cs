using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>Changes that change nothing, changes by criteria, and requests that end in an exception leave their records too.</summary>
public sealed class AuditChangeTests : IDisposable
{
    private const string Stored = """{"resourceType":"Patient","id":"p","gender":"female","meta":{"tag":[{"system":"urn:x","code":"t"}]} }""";

    private readonly AuditedFhir _audited = new();

    public void Dispose() => _audited.Dispose();

    [Theory]
    [InlineData("PATCH", "", """[{"op":"test","path":"/resourceType","value":"Patient"}]""")]
    [InlineData("PUT", "", Stored)]
    [InlineData("POST", "/$meta-add", """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"system":"urn:x","code":"t"}]} }]}""")]
    public async Task A_change_of_nothing_is_recorded_for_the_patient(string method, string rest, string body)
    {
        await SendAsync("PUT", "/fhir/Patient/p", Stored);

        var events = await RecordsOfAsync(method, $"/fhir/Patient/p{rest}", body);

        var record = Assert.Single(events);
        Assert.Contains("Patient/p", record.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("0", (string?)record["outcome"]);
    }

    [Theory]
    [InlineData("PUT", "/fhir/Patient/p", """{"resourceType":"Patient","id":"p","gender":"male"}""")]
    [InlineData("PATCH", "/fhir/Patient/p", """[{"op":"add","path":"/active","value":true}]""")]
    [InlineData("DELETE", "/fhir/Patient/p", null)]
    public async Task A_change_is_recorded_once(string method, string path, string? body)
    {
        await SendAsync("PUT", "/fhir/Patient/p", Stored);

        Assert.Single(await RecordsOfAsync(method, path, body));
    }

    [Theory]
    [InlineData("DELETE", "/fhir/Patient?family=Canary", null, null)]
    [InlineData("DELETE", "/fhir/Patient?gender=female&_tag=Canary,t", null, null)]
    [InlineData("PUT", "/fhir/Patient?family=Canary", """{"resourceType":"Patient","name":[{"family":"Canary"}]}""", null)]
    [InlineData("PATCH", "/fhir/Patient?family=Canary", """[{"op":"add","path":"/active","value":true}]""", null)]
    [InlineData("POST", "/fhir/Patient", """{"resourceType":"Patient"}""", "family=Canary")]
    [InlineData("POST", "/fhir/Patient", """{"resourceType":"Patient"}""", "gender=female,Canary")]
    public async Task A_change_by_criteria_is_recorded_with_them(string method, string path, string? body, string? criteria)
    {
        await SendAsync("PUT", "/fhir/Patient/p", Stored);

        var events = await RecordsOfAsync(method, path, body, criteria is null ? [] : [("If-None-Exist", criteria)]);

        Assert.NotEmpty(events);
        Assert.Contains(events, record => Queries(record).Any(query => query.Contains("Canary", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_that_ends_in_an_exception_is_recorded()
    {
        var before = (await _audited.EventsAsync()).Count;

        using var response = await _audited.Fhir.SendAsync(AuditedFhir.Clinic, "POST", "/fhir/Patient", new string('x', 70_000_000));
        var events = (await _audited.EventsAsync()).Skip(before).Where(IsOfClinic).ToList();

        Assert.True((int)response.StatusCode >= 400);
        Assert.Contains($"{(int)response.StatusCode}", (string?)Assert.Single(events)["outcomeDesc"], StringComparison.Ordinal);
    }

    private static bool IsOfClinic(JsonNode record) => record.ToJsonString().Contains("clinic-app", StringComparison.Ordinal);

    private static IEnumerable<string> Queries(JsonNode record)
        => (record["entity"]?.AsArray() ?? []).Select(entity => (string?)entity!["query"]).OfType<string>().Select(query => Encoding.UTF8.GetString(Convert.FromBase64String(query)));

    private async Task<List<JsonNode>> RecordsOfAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        var before = (await _audited.EventsAsync()).Count;
        await SendAsync(method, path, body, headers);
        return [.. (await _audited.EventsAsync()).Skip(before).Where(IsOfClinic)];
    }

    private async Task SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var response = await _audited.Fhir.SendAsync(
            AuditedFhir.Clinic, method, path, body, [.. headers, .. method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : Array.Empty<(string, string)>()]);
        Assert.True(response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }
}
