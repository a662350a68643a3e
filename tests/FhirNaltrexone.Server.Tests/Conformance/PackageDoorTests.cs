using System.Net;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Server.Tests.Conformance;

public sealed class PackageDoorTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private readonly FhirHttp _http = shared.WithOwn();

    [Fact]
    public async Task The_package_is_the_one_of_the_repository_and_can_be_read()
    {
        using var response = await _http.GetAsync("/package.tgz");

        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/gzip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "profiles/generated/fhir.naltrexone.tgz"), TestContext.Current.CancellationToken), bytes);
        Assert.Equal("fhir.naltrexone", DefinitionPackage.Read(new MemoryStream(bytes)).Package!.Name);
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        using var first = await _http.GetAsync("/package.tgz");

        using var again = await _http.GetAsync("/package.tgz", ("If-None-Match", first.Header("ETag")!));
        using var head = await _http.SendAsync("HEAD", "/package.tgz", null);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Header("ETag"), head.Header("ETag"));
    }

    [Fact]
    public async Task The_start_page_links_to_it()
    {
        using var page = await _http.GetAsync("/");

        Assert.Contains("href=\"/package.tgz\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
