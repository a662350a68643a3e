using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.Security.Assertions;

/// <summary>Each address has a token of its own, and each client its services.</summary>
public sealed class EndpointTests : IDisposable
{
    private const string Service = FakeCdsService.ServiceId;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    private static readonly TestKey Key = TestKey.P384("key");

    private readonly TestServer _server = new([
        .. CdsClient.Enforced,
        .. CdsClient.Registered(0, "all", ("Jwks", TestKey.Set(Key)), ("Services:0", "*")),
        .. CdsClient.Registered(1, "one", ("Jwks", TestKey.Set(Key)), ("Services:0", Service)),
        .. CdsClient.Registered(2, "other", ("Jwks", TestKey.Set(Key)), ("Services:0", "other-service")),
        .. CdsClient.Registered(3, "none", ("Jwks", TestKey.Set(Key)), ("Scopes", "system/Patient.rs")),
    ])
    { Clock = new FakeTimeProvider(Now), Others = [new() { Id = "other-service" }] };

    private readonly HttpClient _client;

    public EndpointTests() => _client = _server.CreateClient();

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("GET", "", "all", 200)]
    [InlineData("GET", "", "one", 200)]
    [InlineData("GET", "", "other", 200)]
    [InlineData("GET", "", "none", 401)]
    [InlineData("POST", "/test-service", "all", 200)]
    [InlineData("POST", "/test-service", "one", 200)]
    [InlineData("POST", "/test-service", "other", 401)]
    [InlineData("POST", "/test-service", "none", 401)]
    [InlineData("POST", "/test-service/feedback", "all", 200)]
    [InlineData("POST", "/test-service/feedback", "one", 200)]
    [InlineData("POST", "/test-service/feedback", "other", 401)]
    [InlineData("GET", "/feedback", "all", 200)]
    [InlineData("GET", "/feedback", "one", 401)]
    [InlineData("GET", "/feedback?service=test-service", "one", 200)]
    [InlineData("GET", "/feedback?service=test-service", "other", 401)]
    [InlineData("GET", "/feedback?service=test-service&service=other-service", "one", 401)]
    [InlineData("POST", "/unknown", "all", 404)]
    [InlineData("POST", "/unknown", "one", 401)]
    public async Task Each_client_has_its_services(string method, string path, string client, int expected)
    {
        using var response = await SendAsync(method, path, Token(client, path.Split('?')[0]));

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/test-service")]
    [InlineData("POST", "/test-service/feedback")]
    [InlineData("GET", "/feedback")]
    public async Task A_token_for_one_address_opens_no_other(string method, string path)
    {
        foreach (var other in new[] { "", "/test-service", "/test-service/feedback", "/feedback" }.Where(other => other != path))
        {
            using var response = await SendAsync(method, path, Token("all", other));
            await CdsClient.AssertBareAsync(response);
        }
    }

    [Theory]
    [InlineData("GET", "/cds-services")]
    [InlineData("GET", "/cds-services/")]
    [InlineData("HEAD", "/cds-services")]
    [InlineData("GET", "/CDS-Services")]
    [InlineData("POST", "/cds-services/test-service")]
    [InlineData("POST", "/cds-services/unknown")]
    [InlineData("POST", "/cds-services/test-service/feedback")]
    [InlineData("GET", "/cds-services/feedback")]
    [InlineData("GET", "/cds-services/a/b/c")]
    [InlineData("OPTIONS", "/cds-services")]
    public async Task Without_a_token_nothing_is_told(string method, string path)
    {
        using var response = await _client.SendAsync(new HttpMethod(method), path, null);

        await CdsClient.AssertBareAsync(response);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_discovery_changes_nothing()
    {
        using var response = await SendAsync("GET", "/", Token("all", ""));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Refusals_and_acceptances_are_counted_by_their_codes()
    {
        using var counts = new Counts(_server.Services);
        using var accepted = await SendAsync("GET", "", Token("all", ""));
        using var refused = await SendAsync("GET", "", Token("all", "/feedback"));
        using var missing = await SendAsync("GET", "", null);
        using var stranger = await SendAsync("GET", "", Token("stranger", ""));

        Assert.Equal(1, counts["security.assertions client=all door=cds result=accepted"]);
        Assert.Equal(1, counts["security.assertions client=all door=cds result=Audience"]);
        Assert.Equal(1, counts["security.assertions client=unknown door=cds result=Missing"]);
        Assert.Equal(1, counts["security.assertions client=unknown door=cds result=Issuer"]);
        Assert.DoesNotContain("stranger", _server.Log.Text, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path, string? token)
        => _client.SendAsync(new HttpMethod(method), $"/cds-services{path}", token, method == "POST" ? Call.Json(Body(path)) : null);

    private static JsonObject Body(string path) => path.EndsWith("/feedback", StringComparison.Ordinal)
        ? JsonNode.Parse("""{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"accepted","acceptedSuggestions":[{"id":"e56e1945-20b3-4393-8503-a1a20fd73152"}],"outcomeTimestamp":"2026-11-22T13:00:00Z"}]}""")!.AsObject()
        : Call.OrderSign();

    private static string Token(string client, string path) => TokenDraft.Valid("ES384", Key.Id, client, CdsClient.Base + path, Now).Sign(Key);
}
