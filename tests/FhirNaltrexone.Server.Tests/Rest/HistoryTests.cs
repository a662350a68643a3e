namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Histories over HTTP (FHIR R4, http, history).</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly FhirHttp _fhir = new();

    [Fact]
    public async Task A_history_is_told_newest_first_with_requests_and_responses()
    {
        await StoreLifeAsync();

        using var response = await _fhir.GetAsync("/fhir/Patient/p/_history");

        var bundle = await response.JsonAsync();
        var entries = bundle["entry"]!.AsArray();
        Assert.Equal("history", (string?)bundle["type"]);
        Assert.Equal(3, (int)bundle["total"]!);
        Assert.Equal(["DELETE Patient/p", "PUT Patient/p", "PUT Patient/p"], entries.Select(entry => $"{entry!["request"]!["method"]} {entry["request"]!["url"]}"));
        Assert.Equal(["204", "200", "201"], entries.Select(entry => (string?)entry!["response"]!["status"]));
        Assert.Equal(["W/\"3\"", "W/\"2\"", "W/\"1\""], entries.Select(entry => (string?)entry!["response"]!["etag"]));
        Assert.Null(entries[0]!["resource"]);
        Assert.All(entries, entry => Assert.Equal("http://localhost/fhir/Patient/p", (string?)entry!["fullUrl"]));
    }

    [Theory]
    [InlineData("/fhir/Patient/p/_history?_count=1", 3)]
    [InlineData("/fhir/Patient/_history?_count=2", 3)]
    [InlineData("/fhir/_history?_count=2", 4)]
    public async Task Pages_of_a_history_follow_one_another_by_links(string? url, int expected)
    {
        await StoreLifeAsync();
        await _fhir.StoreAsync("""{"resourceType":"Organization","id":"o","name":"O"}""");
        var seen = new List<string?>();

        while (url is not null)
        {
            using var response = await _fhir.GetAsync(url);
            var page = await response.JsonAsync();
            seen.AddRange(page["entry"]!.AsArray().Select(entry => $"{entry!["fullUrl"]} {entry["response"]!["etag"]}"));
            url = page.Link("next");
        }

        Assert.Equal(expected, seen.Count);
        Assert.Distinct(seen);
    }

    [Fact]
    public async Task A_page_link_of_one_history_is_no_key_to_another()
    {
        await StoreLifeAsync();
        using var first = await _fhir.GetAsync("/fhir/Patient/p/_history?_count=1");
        var next = (await first.JsonAsync()).Link("next")!;

        using var elsewhere = await _fhir.GetAsync(next.Replace("/Patient/p/", "/Patient/", StringComparison.Ordinal));

        await elsewhere.IssueAsync(400);
    }

    [Theory]
    [InlineData("/fhir/Patient/none/_history", 404)]
    [InlineData("/fhir/Patient/p/_history?_since=banana", 400)]
    [InlineData("/fhir/Patient/p/_history?_count=1&_count=2", 400)]
    [InlineData("/fhir/Patient/p/_history?_page=AAAA", 400)]
    [InlineData("/fhir/Patient/p/_history?_summary=banana", 400)]
    public async Task A_history_that_cannot_be_told_is_refused(string path, int status)
    {
        await StoreLifeAsync();

        using var response = await _fhir.GetAsync(path);

        await response.IssueAsync(status);
    }

    [Fact]
    public async Task An_unknown_parameter_is_passed_over_unless_strict()
    {
        await StoreLifeAsync();

        using var lenient = await _fhir.GetAsync("/fhir/Patient/p/_history?shoe=42");
        using var strict = await _fhir.GetAsync("/fhir/Patient/p/_history?shoe=42", ("Prefer", "handling=strict"));

        Assert.Equal("http://localhost/fhir/Patient/p/_history", (await lenient.JsonAsync()).Link("self"));
        await strict.IssueAsync(400);
    }

    [Theory]
    [InlineData("_list=l1")]
    [InlineData("_sort=_lastUpdated")]
    public async Task A_filter_or_order_that_cannot_be_kept_is_refused(string parameter)
    {
        await StoreLifeAsync();

        using var response = await _fhir.GetAsync($"/fhir/Patient/_history?{parameter}");

        Assert.Equal("not-supported", (string?)(await response.IssueAsync(400))["code"]);
    }

    [Fact]
    public async Task Nothing_after_now_and_everything_since_long_ago()
    {
        await StoreLifeAsync();

        using var future = await _fhir.GetAsync("/fhir/Patient/_history?_since=2100-01-01T00:00:00Z");
        using var past = await _fhir.GetAsync("/fhir/Patient/_history?_since=1999-01-01T00:00:00Z");

        Assert.False((await future.JsonAsync()).ContainsKey("entry"));
        Assert.Equal(3, (await past.JsonAsync())["entry"]!.AsArray().Count);
    }

    public void Dispose() => _fhir.Dispose();

    private async Task StoreLifeAsync()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"p"}""");
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"p","active":true}""");
        using var deleted = await _fhir.SendAsync("DELETE", "/fhir/Patient/p", null);
        Assert.Equal(204, (int)deleted.StatusCode);
    }
}
