namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>What pages of allowed origins may do.</summary>
public sealed class BrowserTests
{
    [Theory]
    [InlineData("PUT", "/fhir/Patient/1", true)]
    [InlineData("PATCH", "/fhir/Patient/1", true)]
    [InlineData("DELETE", "/fhir/Patient/1", true)]
    [InlineData("PUT", "/cds-services/x", false)]
    public async Task A_preflight_allows_what_FHIR_clients_send(string method, string path, bool isAllowed)
    {
        using var fhir = new FhirHttp(("Cors:Origins:0", "https://app.example.org"));

        using var response = await fhir.SendAsync(
            "OPTIONS", path, null, ("Origin", "https://app.example.org"), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "if-match,if-none-exist,prefer,x-medplum"));

        Assert.Equal(isAllowed, response.Header("Access-Control-Allow-Methods")?.Contains(method, StringComparison.Ordinal) == true);
        if (isAllowed) Assert.Contains("X-Medplum", response.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://app.example.org", true)]
    [InlineData("https://evil.example.org", false)]
    public async Task A_page_may_read_the_headers_clients_follow(string origin, bool isAllowed)
    {
        using var fhir = new FhirHttp(("Cors:Origins:0", "https://app.example.org"));

        using var response = await fhir.GetAsync("/fhir/Patient", ("Origin", origin));

        Assert.Equal(isAllowed ? origin : null, response.Header("Access-Control-Allow-Origin"));
        foreach (var name in new[] { "Location", "ETag", "Content-Location", "Last-Modified" })
        {
            Assert.Equal(isAllowed, response.Header("Access-Control-Expose-Headers")?.Contains(name, StringComparison.Ordinal) == true);
        }
    }
}
