using FhirNaltrexone.Server.Tests.Operations.Jobs;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Jobs;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Operations.Requests;

/// <summary>Any FHIR request may be answered later (the asynchronous pattern of R5).</summary>
public sealed class LaterRequestTests(OperationServer server) : IClassFixture<OperationServer>
{
    private static readonly (string, string)[] Async = [("Prefer", "respond-async")];

    private readonly FhirHttp _fhir = server.Fhir;

    [Theory]
    [InlineData("/fhir/Patient?_id=p1&_format=xml")]
    [InlineData("/fhir/Patient/p1/$everything")]
    [InlineData("/fhir/Patient/p1")]
    public async Task A_read_search_or_operation_answers_later_what_it_answers_at_once(string path)
    {
        using var now = await _fhir.GetAsync(path.Replace("&_format=xml", string.Empty, StringComparison.Ordinal));
        var expected = await now.JsonAsync();

        var bundle = await _fhir.ResultAsync(await _fhir.GetAsync(path, Async).AcceptedAsync());

        Assert.Equal(("Bundle", "batch-response"), ((string?)bundle["resourceType"], (string?)bundle["type"]));
        var entry = Assert.Single(bundle["entry"]!.AsArray())!;
        Assert.Equal("200", (string?)entry["response"]!["status"]);
        Assert.Equal(expected.ToJsonString(), entry["resource"]!.ToJsonString());
    }

    [Fact]
    public async Task A_change_by_an_operation_is_done_once()
    {
        await _fhir.StoreAsync("""{"resourceType":"Basic","id":"later","code":{"text":"x"}}""");
        var tag = """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"later"}]}}]}""";

        var bundle = await _fhir.ResultAsync(await _fhir.PostAsync("/fhir/Basic/later/$meta-add", tag, Async).AcceptedAsync());

        Assert.Equal("200", (string?)Assert.Single(bundle["entry"]!.AsArray())!["response"]!["status"]);
        using var after = await _fhir.GetAsync("/fhir/Basic/later");
        Assert.Equal("2", (string?)(await after.JsonAsync())["meta"]!["versionId"]);
    }

    [Fact]
    public async Task A_change_of_one_resource_is_answered_at_once()
    {
        using var response = await _fhir.PostAsync("/fhir/Basic", """{"resourceType":"Basic","code":{"text":"now"}}""", Async);

        Assert.Equal(201, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_entry()
    {
        var bundle = await _fhir.ResultAsync(await _fhir.GetAsync("/fhir/Patient/none", Async).AcceptedAsync());

        var response = Assert.Single(bundle["entry"]!.AsArray())!["response"]!;
        Assert.Equal("404", (string?)response["status"]);
        Assert.Equal("OperationOutcome", (string?)response["outcome"]!["resourceType"]);
    }

    [Fact]
    public async Task A_request_can_be_cancelled()
    {
        var address = await _fhir.GetAsync("/fhir/Patient", Async).AcceptedAsync();

        using var cancelled = await _fhir.SendAsync("DELETE", address, null);
        using var after = await _fhir.GetAsync(address);

        Assert.Equal(202, (int)cancelled.StatusCode);
        await after.IssueAsync(404);
    }

    [Theory]
    [InlineData(StorageErrorCode.Unavailable, 503, "transient", true)]
    [InlineData(StorageErrorCode.Full, 507, "no-store", false)]
    public async Task A_store_that_fails_is_told_as_for_any_request(StorageErrorCode code, int status, string issueCode, bool hasRetry)
    {
        using var fhir = new FhirHttp(OperationServer.Settings);
        await using var failing = fhir.Server.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IJobStore>(
            provider => new HookedJobStore(provider.GetRequiredService<ResourceStores>().Jobs) { BeforeAdd = () => throw new StorageException(code, "SELECT secret") })));
        using var client = failing.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/Patient") { Headers = { { "Prefer", "respond-async" } } };

        using var response = await client.SendAsync(request);

        var issue = await response.IssueAsync(status);
        Assert.Equal(issueCode, (string?)issue["code"]);
        Assert.DoesNotContain("SELECT", (string?)issue["diagnostics"], StringComparison.Ordinal);
        Assert.Equal(hasRetry, response.Header("Retry-After") is not null);
    }

    [Fact]
    public async Task Without_the_preference_it_is_answered_at_once()
    {
        using var response = await _fhir.GetAsync("/fhir/Patient/p1", ("Prefer", "handling=strict"));

        Assert.Equal(200, (int)response.StatusCode);
    }
}
