using System.IO.Compression;
using System.Text;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Limits and failures, each with its status and an OperationOutcome.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task A_body_over_the_limit_is_413_whether_announced_packed_or_not()
    {
        using var fhir = new FhirHttp(("Rest:MaxBodyBytes", "2000"), ("Rest:MaxBundleBytes", "4000"));
        var large = $$$"""{"resourceType":"Basic","code":{"text":"{{{new string('x', 3000)}}}"}}""";

        using var plain = await fhir.PostAsync("/fhir/Basic", large);
        using var packed = await fhir.SendBytesAsync("POST", "/fhir/Basic", Pack(large), ("Content-Encoding", "gzip"));
        using var bundle = await fhir.PostAsync("/fhir", $$"""{"resourceType":"Bundle","type":"batch","id":"{{new string('x', 5000)}}"}""");

        Assert.Equal("too-long", (string?)(await plain.IssueAsync(413))["code"]);
        await packed.IssueAsync(413);
        await bundle.IssueAsync(413);
    }

    [Theory]
    [InlineData("gzip", 201)]
    [InlineData("identity", 400)]
    [InlineData("zstd", 415)]
    [InlineData("br", 400)]
    public async Task A_packed_body_is_unpacked_as_its_header_says(string encoding, int status)
    {
        using var fhir = new FhirHttp();

        using var response = await fhir.SendBytesAsync("POST", "/fhir/Basic", Pack("""{"resourceType":"Basic","code":{"text":"x"}}"""), ("Content-Encoding", encoding));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_bomb_stops_at_the_limit()
    {
        using var fhir = new FhirHttp();

        using var response = await fhir.SendBytesAsync("POST", "/fhir/Basic", Pack(new string(' ', 500_000_000)), ("Content-Encoding", "gzip"));

        await response.IssueAsync(413);
    }

    [Fact]
    public async Task An_address_over_the_limit_is_414()
    {
        using var fhir = new FhirHttp();

        using var response = await fhir.GetAsync("/fhir/Patient?name=" + new string('x', 9_000));

        Assert.Equal("too-long", (string?)(await response.IssueAsync(414))["code"]);
    }

    [Fact]
    public async Task Parameters_in_another_encoding_are_refused_since_nothing_would_be_found_by_them()
    {
        using var fhir = new FhirHttp();

        using var address = await fhir.GetAsync("/fhir/Patient?family=M%FCller");
        using var form = await fhir.PostAsync("/fhir/Patient/_search", "family=M%FCller", ("Content-Type", "application/x-www-form-urlencoded"));
        using var good = await fhir.GetAsync("/fhir/Patient?family=M%C3%BCller");

        Assert.Equal("value", (string?)(await address.IssueAsync(400))["code"]);
        Assert.Equal("value", (string?)(await form.IssueAsync(400))["code"]);
        Assert.Equal(200, (int)good.StatusCode);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"a\u0000b"}]}""")]
    [InlineData("""{"resourceType":"Patient","active":true,"active":true}""")]
    [InlineData("""{"resourceType":"Patient","multipleBirthInteger":1e400}""")]
    [InlineData("""{"resourceType":"Patient"} trailing""")]
    public async Task Content_that_could_do_harm_is_400_with_its_place(string body)
    {
        using var fhir = new FhirHttp();

        using var response = await fhir.PostAsync("/fhir/Patient", body);

        Assert.Contains("line 1, column", (string?)(await response.IssueAsync(400))["diagnostics"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageErrorCode.Conflict, 409, "conflict", false)]
    [InlineData(StorageErrorCode.Full, 507, "no-store", false)]
    [InlineData(StorageErrorCode.Unavailable, 503, "transient", true)]
    [InlineData(StorageErrorCode.Indeterminate, 503, "transient", true)]
    [InlineData(StorageErrorCode.TooCostly, 503, "too-costly", false)]
    public async Task A_failure_of_the_store_has_its_status_and_tells_nothing_of_the_database(StorageErrorCode code, int status, string issueCode, bool hasRetry)
    {
        using var fhir = new FhirHttp();
        await using var failing = fhir.Server.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.AddSingleton<IResourceStore>(new FailingStore(new StorageException(code, "SELECT secret FROM table")))));
        using var client = failing.CreateClient();

        using var response = await client.PostAsync("/fhir/Patient", new StringContent("""{"resourceType":"Patient"}""", Encoding.UTF8, "application/fhir+json"));

        var issue = await response.IssueAsync(status);
        Assert.Equal(issueCode, (string?)issue["code"]);
        Assert.DoesNotContain("SELECT", (string?)issue["diagnostics"], StringComparison.Ordinal);
        Assert.Equal(hasRetry, response.Header("Retry-After") is not null);
    }

    [Fact]
    public async Task The_server_is_not_ready_without_its_store()
    {
        using var fhir = new FhirHttp();
        await using var failing = fhir.Server.WithWebHostBuilder(builder => builder.ConfigureTestServices(
            services => services.AddSingleton<IResourceStore>(new FailingStore(new StorageException(StorageErrorCode.Unavailable, "down")))));
        using var client = failing.CreateClient();

        using var ready = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");

        Assert.Equal((503, 200), ((int)ready.StatusCode, (int)live.StatusCode));
        Assert.Single((await ready.Content.ReadAsStringAsync()).Split('\n'), line => line.Contains("does not answer", StringComparison.Ordinal));
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
