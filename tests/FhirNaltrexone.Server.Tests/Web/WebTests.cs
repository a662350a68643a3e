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
    public async Task Every_address_in_the_OpenAPI_document_has_all_its_parameters()
    {
        var paths = (await DocumentAsync(_server))["paths"]!.AsObject();

        foreach (var (path, item) in paths)
        {
            var named = Regex.Matches(path, @"\{(?<name>[^}]+)\}").Select(match => match.Groups["name"].Value).Order().ToList();
            foreach (var (method, operation) in item!.AsObject())
            {
                var given = operation!["parameters"]?.AsArray().Where(one => (string?)one!["in"] == "path").Select(one => (string)one!["name"]!).Order() ?? Enumerable.Empty<string>();
                Assert.True(named.SequenceEqual(given), $"{method} {path}: {string.Join(' ', given)}");
            }
        }
    }

    [Theory]
    [InlineData("/fhir/{type}", "post", "200 201 default", true)]
    [InlineData("/fhir/{type}", "get", "200 202 default", false)]
    [InlineData("/fhir/{type}/_search", "post", "200 202 default", true)]
    [InlineData("/fhir/{type}/{id}", "get", "200 202 304 default", false)]
    [InlineData("/fhir/{type}/{id}", "put", "200 201 default", true)]
    [InlineData("/fhir/{type}/{id}", "patch", "200 default", true)]
    [InlineData("/fhir/{type}/{id}", "delete", "200 204 default", false)]
    [InlineData("/fhir/{type}/{id}/${name}", "post", "200 202 default", true)]
    [InlineData("/fhir/{type}/{id}/${name}", "get", "200 202 default", false)]
    [InlineData("/fhir", "post", "200 202 default", true)]
    [InlineData("/fhir/_async/{job}", "delete", "202 default", false)]
    [InlineData("/fhir/_async/{job}", "get", "200 202 default", false)]
    [InlineData("/health/live", "get", "200 503", false)]
    [InlineData("/health/ready", "get", "200 503", false)]
    [InlineData("/metrics", "get", "200", false)]
    public async Task The_OpenAPI_document_tells_bodies_and_answers(string path, string method, string answers, bool hasBody)
    {
        var paths = (await DocumentAsync(_server))["paths"]!.AsObject();

        var operation = paths.Single(one => one.Key.TrimEnd('/') == path).Value![method]!;

        Assert.Equal(answers.Split(' '), operation["responses"]!.AsObject().Select(one => one.Key).Order());
        Assert.Equal(hasBody, operation["requestBody"] is not null);
        foreach (var (status, answer) in operation["responses"]!.AsObject())
        {
            Assert.NotEmpty((string)answer!["description"]!);
            if (status is "200" or "201" or "default") Assert.NotEmpty(answer["content"]!.AsObject());
        }
    }

    [Fact]
    public async Task Where_callers_are_asked_who_they_are_the_OpenAPI_document_tells_how_tokens_are_had()
    {
        using var enforced = new TestServer(("Security:Mode", "Enforced"), ("Security:Launch:Enabled", "true"));

        var paths = (await DocumentAsync(enforced))["paths"]!;

        Assert.Contains("application/json", paths["/fhir/.well-known/smart-configuration"]!["get"]!["responses"]!["200"]!["content"]!.AsObject());
        var token = paths["/connect/token"]!["post"]!;
        Assert.Contains("application/x-www-form-urlencoded", token["requestBody"]!["content"]!.AsObject());
        Assert.Equal(["200", "400", "401"], token["responses"]!.AsObject().Select(one => one.Key).Order());
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

    private static async Task<JsonNode> DocumentAsync(TestServer server) => JsonNode.Parse(await server.CreateClient().GetStringAsync("/openapi/v1.json"))!;

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
