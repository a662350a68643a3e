using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>Headers that answers carry whatever they say.</summary>
public sealed class HeaderTests : IDisposable
{
    private const string Friend = "https://app.example.org";
    private static readonly TestKey Key = TestKey.P384("key");
    private static readonly Caller Narrow = Callers.Clinic with { Grants = [new(GrantContext.System, "Patient", GrantedInteractions.Read)] };

    private readonly TestServer _server = new([
        .. CdsClient.EnforcedFor(TestKey.Set(Key)), ("Cors:Origins:0", Friend), ("Security:Limits:RequestsPerMinute", "1"), ("Security:Limits:Burst", "3")])
    {
        Stores = services => services.AddTransient<IStartupFilter, CallerHeader>(),
    };

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Answers_of_every_status_are_guarded_and_a_listed_page_can_read_them(int status)
    {
        using var response = await AnswerAsync(status, Friend);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Header(response, "Content-Security-Policy"));
        Assert.Contains("no-store", Header(response, "Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", Header(response, "Strict-Transport-Security"));
        Assert.Equal(Friend, Header(response, "Access-Control-Allow-Origin"));
        Assert.Superset(
            new HashSet<string> { "Location", "ETag", "Content-Location", "Last-Modified", "Retry-After", "WWW-Authenticate" },
            Header(response, "Access-Control-Expose-Headers").Split(',', StringSplitOptions.TrimEntries).ToHashSet());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Other_pages_can_read_none(int status)
    {
        using var response = await AnswerAsync(status, "https://app.example.org.evil.example");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(Header(response, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Friend, true)]
    [InlineData("https://other.example.org", false)]
    [InlineData("null", false)]
    public async Task Only_listed_pages_may_send_an_emergency_with_what_they_ask(string origin, bool isAllowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/fhir/Patient/one");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,x-break-glass");

        using var response = await _server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isAllowed ? origin : string.Empty, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(isAllowed, Header(response, "Access-Control-Allow-Headers").Contains("X-Break-Glass", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/fhir/metadata")]
    [InlineData("/fhir/.well-known/smart-configuration")]
    public async Task What_any_page_may_find_out_comes_without_credentials(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://other.example.org" } } };

        using var response = await _server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Empty(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task By_http_nothing_is_said_of_https()
    {
        using var response = await _server.CreateClient().GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Empty(Header(response, "Strict-Transport-Security"));
    }

    private async Task<HttpResponseMessage> AnswerAsync(int status, string origin)
    {
        var client = _server.CreateClient(new() { BaseAddress = new("https://localhost") });
        _server.Service.Rules = _ => throw new InvalidOperationException();
        for (var n = 0; status == 429 && n < 3; n++) (await client.SendAsync(Request(200, origin))).Dispose();
        return await client.SendAsync(Request(status, origin), TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(int status, string origin)
    {
        var request = status == 500
            ? new HttpRequestMessage(HttpMethod.Post, CdsClient.CallPath) { Content = Call.Json(Call.OrderSign()) }
            : new HttpRequestMessage(HttpMethod.Get, status switch { 403 => "/fhir/Observation", 404 => "/fhir/Patient/none", 401 => "/fhir/Patient/none", _ => "/fhir/Patient" });
        request.Headers.Add("Origin", origin);
        if (status == 500)
        {
            var token = TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, CdsClient.Call, DateTimeOffset.UtcNow).Sign(Key);
            request.Headers.Authorization = new("Bearer", token);
        }
        else if (status != 401)
        {
            request.Headers.Add(CallerHeader.Name, CallerHeader.Of(status == 403 ? Narrow : Callers.Clinic).Value);
        }

        return request;
    }

    private static string Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : string.Empty;
}
