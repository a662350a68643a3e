using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Web;

public sealed class WebTests : IDisposable
{
    private const string Friend = "https://sandbox.example.org";
    private readonly TestServer _server = new(("Cors:Origins:0", Friend));

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("/cds-services")]
    [InlineData("/cds-services/test-service")]
    [InlineData("/cds-services/no-such-service")]
    [InlineData("/cds-services/test-service/feedback")]
    public async Task A_preflight_from_a_listed_origin_is_204_at_every_address(string path)
    {
        using var response = await PreflightAsync(path, Friend);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Friend, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("authorization,content-type,accept", Header(response, "Access-Control-Allow-Headers").ToLowerInvariant());
        Assert.Contains("POST", Header(response, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.NotEmpty(Header(response, "Access-Control-Max-Age"));
        Assert.Empty(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_preflight_from_another_origin_gets_no_leave()
        => Assert.Empty(Header(await PreflightAsync("/cds-services", "https://evil.example"), "Access-Control-Allow-Origin"));

    [Theory]
    [InlineData("test-service", HttpStatusCode.BadRequest)]
    [InlineData("no-such-service", HttpStatusCode.NotFound)]
    public async Task Errors_can_be_read_by_the_browser_too(string service, HttpStatusCode status)
    {
        using var response = await SendAsync(service, new JsonObject());

        await Outcome.ReadAsync(response, status);
        Assert.Equal(Friend, Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Even_a_bug_can_be_read_by_the_browser()
    {
        _server.Service.Rules = _ => throw new InvalidOperationException();

        using var response = await SendAsync("test-service", Call.OrderSign());

        await Outcome.ReadAsync(response, HttpStatusCode.InternalServerError);
        Assert.Equal(Friend, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cds-services")]
    [InlineData("/nothing-here")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await _server.CreateClient().GetAsync(path);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-store", Header(response, "Cache-Control"));
        Assert.StartsWith("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_the_interface()
    {
        var document = JsonNode.Parse(await _server.CreateClient().GetStringAsync("/openapi/v1.json"))!;

        var paths = document["paths"]!.AsObject();
        Assert.NotNull(paths["/cds-services"]?["get"]);
        Assert.Equal(["200", "400", "404", "412", "413", "415", "500"], paths["/cds-services/{id}"]!["post"]!["responses"]!.AsObject().Select(r => r.Key));
        Assert.NotNull(paths["/cds-services/{id}"]!["post"]!["requestBody"]);
        Assert.NotNull(paths["/cds-services/{id}/feedback"]?["post"]);
        Assert.NotNull(paths["/cds-services/feedback"]?["get"]);
    }

    [Fact]
    public async Task Every_link_of_the_start_page_leads_somewhere()
    {
        var client = _server.CreateClient();
        var page = await client.GetStringAsync("/");

        var links = Regex.Matches(page, "href=\"(?<link>[^\"]+)\"").Select(match => match.Groups["link"].Value).ToList();

        Assert.True(links.Count >= 10);
        foreach (var link in links)
        {
            using var response = await client.GetAsync(link);
            Assert.True(response.IsSuccessStatusCode, $"{link}: {(int)response.StatusCode}");
        }
    }

    private Task<HttpResponseMessage> PreflightAsync(string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return _server.CreateClient().SendAsync(request);
    }

    private Task<HttpResponseMessage> SendAsync(string service, JsonNode body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/cds-services/{service}") { Content = Call.Json(body) };
        request.Headers.Add("Origin", Friend);
        return _server.CreateClient().SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : string.Empty;
}
