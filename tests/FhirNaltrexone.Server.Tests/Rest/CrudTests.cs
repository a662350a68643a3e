using System.Globalization;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Create, read, update, delete and their headers (FHIR R4, http; semantics table of single resources).</summary>
public sealed class CrudTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private const string Anna = """{"resourceType":"Patient","id":"anna","name":[{"family":"A"}]}""";

    private readonly FhirHttp _fhir = shared.WithOwn("anna");

    [Fact]
    public async Task A_create_answers_201_with_absolute_location_tag_and_the_resource()
    {
        using var response = await _fhir.PostAsync("/fhir/Patient", """{"resourceType":"Patient","id":"ignored","active":true}""");

        var patient = await response.JsonAsync();
        Assert.Equal(201, (int)response.StatusCode);
        Assert.NotEqual("ignored", (string?)patient["id"]);
        Assert.Equal($"http://localhost/fhir/Patient/{patient["id"]}/_history/1", response.Header("Location"));
        Assert.Equal("W/\"1\"", response.Header("ETag"));
        Assert.Equal("1", (string?)patient["meta"]!["versionId"]);
        Assert.NotNull(response.Header("Last-Modified"));
    }

    [Fact]
    public async Task An_update_creates_with_201_then_replaces_with_200_and_an_equal_one_makes_no_version()
    {
        using var created = await _fhir.PutAsync("/fhir/Patient/anna", Anna);
        using var updated = await _fhir.PutAsync("/fhir/Patient/anna", Anna.Replace("\"A\"", "\"B\"", StringComparison.Ordinal));
        using var same = await _fhir.PutAsync("/fhir/Patient/anna", Anna.Replace("\"A\"", "\"B\"", StringComparison.Ordinal));

        Assert.Equal((201, 200, 200), ((int)created.StatusCode, (int)updated.StatusCode, (int)same.StatusCode));
        Assert.Equal(["W/\"1\"", "W/\"2\"", "W/\"2\""], [created.Header("ETag"), updated.Header("ETag"), same.Header("ETag")]);
        Assert.Equal(_fhir.Own("http://localhost/fhir/Patient/anna/_history/1"), created.Header("Location"));
        Assert.Null(updated.Header("Location"));
    }

    [Fact]
    public async Task A_deleted_resource_is_gone_but_its_versions_stay_and_it_can_come_back()
    {
        await _fhir.StoreAsync(Anna);

        using var deleted = await _fhir.SendAsync("DELETE", "/fhir/Patient/anna", null);
        using var again = await _fhir.SendAsync("DELETE", "/fhir/Patient/anna", null);
        using var read = await _fhir.GetAsync("/fhir/Patient/anna");
        using var first = await _fhir.GetAsync("/fhir/Patient/anna/_history/1");
        using var second = await _fhir.GetAsync("/fhir/Patient/anna/_history/2");
        using var revived = await _fhir.PutAsync("/fhir/Patient/anna", Anna);

        Assert.Equal((204, 204), ((int)deleted.StatusCode, (int)again.StatusCode));
        Assert.Equal("deleted", (string?)(await read.IssueAsync(410))["code"]);
        Assert.Equal("W/\"2\"", read.Header("ETag"));
        Assert.Equal(200, (int)first.StatusCode);
        await second.IssueAsync(410);
        Assert.Equal((201, "W/\"3\""), ((int)revived.StatusCode, revived.Header("ETag")));
    }

    [Theory]
    [InlineData("/fhir/Patient/none")]
    [InlineData("/fhir/Patient/not%20an%20id")]
    [InlineData("/fhir/Patient/anna/_history/7")]
    [InlineData("/fhir/Patient/anna/_history/x")]
    [InlineData("/fhir/patient/anna")]
    public async Task What_is_not_there_is_404(string path)
    {
        await _fhir.StoreAsync(Anna);

        using var response = await _fhir.GetAsync(path);

        Assert.Equal("not-found", (string?)(await response.IssueAsync(404))["code"]);
    }

    [Theory]
    [InlineData("GET", "/fhir/Nonsense")]
    [InlineData("GET", "/fhir/Nonsense/1")]
    [InlineData("POST", "/fhir/Nonsense")]
    [InlineData("PUT", "/fhir/Nonsense/1")]
    [InlineData("DELETE", "/fhir/Nonsense/1")]
    [InlineData("GET", "/fhir/Nonsense/1/_history")]
    [InlineData("GET", "/fhir/Patient/1/Nonsense")]
    public async Task An_unknown_type_is_named_in_the_refusal(string method, string path)
    {
        using var response = await _fhir.SendAsync(method, path, method is "POST" or "PUT" ? """{"resourceType":"Patient"}""" : null);

        Assert.Contains("'Nonsense'", (string?)(await response.IssueAsync(404))["diagnostics"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fhir/Patient/anna", """{"resourceType":"Patient","id":"other"}""", 400)]
    [InlineData("/fhir/Patient/anna", """{"resourceType":"Patient"}""", 400)]
    [InlineData("/fhir/Patient/anna", """{"resourceType":"Observation","id":"anna","status":"final","code":{"text":"x"}}""", 400)]
    [InlineData("/fhir/Patient/an%20id", """{"resourceType":"Patient","id":"x"}""", 400)]
    [InlineData("/fhir/Patient/anna", "", 400)]
    [InlineData("/fhir/Patient/anna", """{"resourceType":"Patient","id":"anna","gender":"banana"}""", 400)]
    public async Task A_wrong_update_is_refused(string path, string body, int status)
    {
        using var response = await _fhir.PutAsync(path, body);

        await response.IssueAsync(status);
        using var read = await _fhir.GetAsync("/fhir/Patient/anna");
        Assert.Equal(404, (int)read.StatusCode);
    }

    [Theory]
    [InlineData("If-Match", "W/\"1\"", 200)]
    [InlineData("If-Match", "\"1\"", 200)]
    [InlineData("If-Match", "W/\"7\", W/\"1\"", 200)]
    [InlineData("If-Match", "*", 200)]
    [InlineData("If-Match", "W/\"2\"", 412)]
    [InlineData("If-Match", "banana", 412)]
    [InlineData("If-None-Match", "*", 412)]
    public async Task An_update_obeys_its_conditions(string header, string value, int status)
    {
        await _fhir.StoreAsync(Anna);

        using var response = await _fhir.PutAsync("/fhir/Patient/anna", Anna.Replace("\"A\"", "\"B\"", StringComparison.Ordinal), (header, value));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("W/\"1\"", null, 304)]
    [InlineData("W/\"2\"", null, 200)]
    [InlineData("*", null, 304)]
    [InlineData(null, "Fri, 01 Jan 2100 00:00:00 GMT", 304)]
    [InlineData(null, "Fri, 01 Jan 1999 00:00:00 GMT", 200)]
    [InlineData("W/\"2\"", "Fri, 01 Jan 2100 00:00:00 GMT", 200)]
    [InlineData("W/\"1\"", "Fri, 01 Jan 1999 00:00:00 GMT", 304)]
    public async Task A_conditional_read_answers_304_and_the_tag_wins_over_the_date(string? tag, string? since, int status)
    {
        await _fhir.StoreAsync(Anna);
        (string, string)[] headers = [.. tag is null ? Array.Empty<(string, string)>() : [("If-None-Match", tag)], .. since is null ? Array.Empty<(string, string)>() : [("If-Modified-Since", since)]];

        using var response = await _fhir.GetAsync("/fhir/Patient/anna", headers);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("W/\"1\"", response.Header("ETag"));
        Assert.Equal(status == 304, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
    }

    [Theory]
    [InlineData("return=minimal", 201, "")]
    [InlineData("return=representation", 201, "Patient")]
    [InlineData("return=OperationOutcome", 201, "OperationOutcome")]
    [InlineData("return=presentation", 201, "Patient")]
    [InlineData("return=minimal; handling=lenient", 201, "")]
    public async Task A_preference_says_what_comes_back(string prefer, int status, string expected)
    {
        using var response = await _fhir.PostAsync("/fhir/Patient", """{"resourceType":"Patient","active":true}""", ("Prefer", prefer));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotNull(response.Header("Location"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(expected, text.Length == 0 ? "" : (string?)JsonNode.Parse(text)!["resourceType"]);
        Assert.Equal(prefer.Contains("return=presentation", StringComparison.Ordinal), response.Header("Preference-Applied") is null);
    }

    [Fact]
    public async Task A_delete_can_tell_in_an_outcome_what_it_did()
    {
        await _fhir.StoreAsync(Anna);

        using var response = await _fhir.SendAsync("DELETE", "/fhir/Patient/anna", null, ("Prefer", "return=OperationOutcome"));

        Assert.Equal("information", (string?)(await response.IssueAsync(200))["severity"]);
    }

    [Theory]
    [InlineData("/fhir/Patient/anna")]
    [InlineData("/fhir/Patient/anna/_history/1")]
    [InlineData("/fhir/Patient/anna/_history")]
    [InlineData("/fhir/Patient/_history")]
    [InlineData("/fhir/_history")]
    [InlineData("/fhir/Patient?name=A")]
    [InlineData("/fhir?_type=Patient")]
    [InlineData("/fhir/Patient/anna/Observation")]
    [InlineData("/fhir/metadata")]
    [InlineData("/fhir/Patient/none")]
    [InlineData("/fhir/Nonsense")]
    public async Task HEAD_answers_the_headers_of_GET_without_its_body(string path)
    {
        await _fhir.StoreAsync(Anna);

        using var get = await _fhir.GetAsync(path);
        using var head = await _fhir.SendAsync("HEAD", path, null);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        foreach (var name in new[] { "ETag", "Last-Modified", "Content-Type", "Content-Location", "Vary", "Cache-Control" })
        {
            Assert.Equal(get.Header(name), head.Header(name));
        }
    }

    [Theory]
    [InlineData("/fhir/Patient/")]
    [InlineData("/fhir/Patient/anna/")]
    [InlineData("/fhir/Patient/anna/_history/")]
    [InlineData("/fhir/metadata/")]
    [InlineData("/fhir/")]
    public async Task A_slash_at_the_end_makes_no_difference(string path)
    {
        await _fhir.StoreAsync(Anna);

        using var response = await _fhir.GetAsync(path);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/fhir/metadata", "GET, HEAD")]
    [InlineData("DELETE", "/fhir", "GET, HEAD, POST")]
    [InlineData("POST", "/fhir/Patient/anna", "GET, HEAD, PUT, PATCH, DELETE")]
    [InlineData("POST", "/fhir/Patient/anna/_history", "GET, HEAD")]
    [InlineData("DELETE", "/fhir/Patient/_search", "POST")]
    public async Task A_method_an_address_does_not_take_is_405_with_those_it_does(string method, string path, string allowed)
    {
        using var response = await _fhir.SendAsync(method, path, method == "DELETE" ? null : "{}");

        await response.IssueAsync(405);
        Assert.Equal(allowed, response.Header("Allow"));
    }

    [Fact]
    public async Task The_configured_base_stands_in_every_link()
    {
        using var fhir = new FhirHttp(("Rest:PublicBase", "https://fhir.example.org/r4/"));

        using var created = await fhir.PostAsync("/fhir/Patient", """{"resourceType":"Patient"}""");
        using var search = await fhir.GetAsync("/fhir/Patient");

        Assert.StartsWith("https://fhir.example.org/r4/Patient/", created.Header("Location"), StringComparison.Ordinal);
        Assert.StartsWith("https://fhir.example.org/r4/Patient", (await search.JsonAsync()).Link("self"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_modified_is_the_last_update_in_whole_seconds()
    {
        var patient = await _fhir.StoreAsync(Anna);

        using var response = await _fhir.GetAsync("/fhir/Patient/anna");

        var updated = DateTimeOffset.Parse((string)patient["meta"]!["lastUpdated"]!, CultureInfo.InvariantCulture);
        Assert.Equal(updated.ToUnixTimeSeconds(), response.Content.Headers.LastModified!.Value.ToUnixTimeSeconds());
    }
}
