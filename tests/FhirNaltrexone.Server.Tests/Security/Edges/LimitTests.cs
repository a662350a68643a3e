using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Operations.Requests;
using FhirNaltrexone.Server.Security;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Tests.Operations;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Access;
using FhirNaltrexone.Server.Tests.Security.Smart;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>Callers that ask too often. One request in a minute comes back, which no test waits for.</summary>
public sealed class LimitTests
{
    private const int Burst = 3;
    private const string Hospital = "192.0.2.1";
    private static readonly TestKey Key = TestKey.P384("key");
    private static readonly TestKey Forged = TestKey.P384("key");

    private static readonly (string, string)[] Few = [("Security:Limits:RequestsPerMinute", "1"), ("Security:Limits:Burst", "3"), ("Security:Limits:RefusalsPerMinute", "3")];

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        using var fhir = new GuardedFhir([.. CdsClient.EnforcedFor(TestKey.Set(Key)), .. Few]);
        for (var n = 0; n < Burst; n++) Assert.Equal(404, await StatusAsync(fhir, Callers.Clinic));

        using var refused = await fhir.SendAsync(Callers.Clinic, "GET", "/fhir/Patient/none");

        await AssertThrottledAsync(refused);
        Assert.Equal(404, await StatusAsync(fhir, Callers.Other));
    }

    [Fact]
    public async Task Clients_of_different_issuers_are_different_though_their_ids_are_the_same()
    {
        using var fhir = new GuardedFhir([.. CdsClient.EnforcedFor(TestKey.Set(Key)), .. Few]);
        for (var n = 0; n <= Burst; n++) await StatusAsync(fhir, Callers.Clinic);

        Assert.Equal(429, await StatusAsync(fhir, Callers.Clinic));
        Assert.Equal(404, await StatusAsync(fhir, Callers.Clinic with { Issuer = "https://auth.example.org" }));
    }

    [Fact]
    public async Task What_comes_without_a_name_from_the_same_address_is_not_counted_against_a_client()
    {
        using var server = Server();
        var client = server.CreateClient();
        for (var n = 0; n < 5 * Burst; n++)
        {
            Assert.Equal(n < Burst ? 200 : 429, await StatusAsync(client, "/fhir/metadata"));
            Assert.Equal(n < Burst ? 401 : 429, await StatusAsync(client, "/fhir/Patient"));
        }

        for (var n = 0; n <= Burst; n++)
        {
            using var answer = await CallAsync(client, null, Key);
            Assert.Equal(n < Burst ? 200 : 429, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task Proofs_of_an_address_that_was_turned_away_too_often_are_neither_looked_at_nor_recorded()
    {
        using var server = Server();
        var client = server.CreateClient();
        for (var n = 0; n < Burst; n++)
        {
            using var bare = await CallAsync(client, Hospital, Forged);
            await CdsClient.AssertBareAsync(bare);
        }

        var audit = server.Services.GetRequiredService<ResourceStores>().Audit;
        var before = (await audit.HeadAsync(TestContext.Current.CancellationToken)).Position;
        using var slower = await CallAsync(client, Hospital, Forged);
        using var good = await CallAsync(client, Hospital, Key);
        var after = (await audit.HeadAsync(TestContext.Current.CancellationToken)).Position;
        using var elsewhere = await CallAsync(client, "192.0.2.2", Key);

        await AssertThrottledAsync(slower);
        Assert.False(slower.Headers.Contains("WWW-Authenticate"));
        await AssertThrottledAsync(good);
        Assert.Equal(before, after);
        Assert.Equal(200, (int)elsewhere.StatusCode);
    }

    [Fact]
    public async Task Where_somebody_has_proved_who_it_is_no_flood_of_bad_proofs_keeps_warnings_away()
    {
        using var server = Server(("Security:Limits:Burst", "100"));
        var client = server.CreateClient();
        using var first = await CallAsync(client, Hospital, Key);
        for (var n = 0; n < 5 * Burst; n++)
        {
            using var bare = await CallAsync(client, Hospital, Forged);
            await CdsClient.AssertBareAsync(bare);
        }

        var recorded = (await server.Services.GetRequiredService<ResourceStores>().Audit.HeadAsync(TestContext.Current.CancellationToken)).Position;
        using var again = await CallAsync(client, Hospital, Key);

        // A flood must not fill the database either: the refusals that an address may have in a minute are recorded, and no more.
        Assert.Equal(1 + Burst, recorded);
        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task Tokens_are_given_to_a_client_as_often_as_it_may_ask()
    {
        using var server = new TestServer([
            ("Security:Mode", "Enforced"), .. CdsClient.Registered(0, "bulk", ("Jwks", TestKey.Set(Key)), ("Scopes", "system/Patient.rs")),
            .. CdsClient.Registered(1, "other", ("Jwks", TestKey.Set(Key)), ("Scopes", "system/Patient.rs")), .. Few,
        ]);
        var client = server.CreateClient();
        for (var n = 0; n < Burst; n++)
        {
            using var given = await TokenAsync(client, "bulk");
            Assert.Equal(200, (int)given.StatusCode);
        }

        using var refused = await TokenAsync(client, "bulk");
        using var other = await TokenAsync(client, "other");

        Assert.Equal(429, (int)refused.StatusCode);
        AssertPause(refused);
        Assert.Equal("temporarily_unavailable", (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]);
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Fact]
    public async Task Bad_requests_for_tokens_are_counted_by_address()
    {
        using var server = Server();
        var client = server.CreateClient();
        for (var n = 0; n < Burst; n++)
        {
            using var bad = await client.PostAsync("/connect/token", new StringContent("x"), TestContext.Current.CancellationToken);
            Assert.Equal(400, (int)bad.StatusCode);
        }

        using var refused = await client.PostAsync("/connect/token", new StringContent("x"), TestContext.Current.CancellationToken);

        await AssertThrottledAsync(refused);
    }

    [Fact]
    public async Task Health_is_always_told()
    {
        using var server = Server();
        var client = server.CreateClient();
        for (var n = 0; n < Burst; n++) Assert.Equal(200, await StatusAsync(client, "/fhir/metadata"));
        for (var n = 0; n < Burst; n++) Assert.Equal(401, await StatusAsync(client, "/fhir/Patient"));

        Assert.Equal(429, await StatusAsync(client, "/fhir/metadata"));
        for (var n = 0; n <= Burst; n++) Assert.Equal(200, await StatusAsync(client, "/health/live"));
    }

    [Fact]
    public async Task An_open_service_has_limits_only_when_they_are_set()
    {
        using var open = new TestServer();
        using var limited = new TestServer(Few);
        for (var n = 0; n < 200; n++) Assert.Equal(200, await StatusAsync(open.CreateClient(), "/cds-services"));
        for (var n = 0; n < Burst; n++) Assert.Equal(200, await StatusAsync(limited.CreateClient(), "/cds-services"));

        Assert.Equal(429, await StatusAsync(limited.CreateClient(), "/cds-services"));
    }

    [Fact]
    public void Without_settings_a_client_may_send_ten_thousand_orders_at_once()
    {
        using var limits = new Limits(Options.Create(new LimitOptions()), Options.Create(new SecurityOptions { Mode = SecurityMode.Enforced }));
        for (var n = 0; n < 10_000; n++)
        {
            using var lease = limits.Client("https://ehr.example.org", "ehr");
            Assert.True(lease.IsAcquired);
        }
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Addresses_of_one_network_of_IPv6_count_as_one(string one, string other, bool isSame)
        => Assert.Equal(isSame, Edge.Address(From(one)) == Edge.Address(From(other)));

    [Fact]
    public async Task A_request_that_is_answered_later_was_counted_when_it_came()
    {
        using var server = new TestServer([.. CdsClient.EnforcedFor(TestKey.Set(Key)), .. OperationServer.Settings, .. Few, ("Security:Limits:Burst", "1")])
        {
            Stores = services => services.AddTransient<IStartupFilter, Access.CallerHeader>(),
        };
        var client = server.CreateClient();
        using var accepted = await LaterAsync(client);
        Assert.Equal(202, (int)accepted.StatusCode);

        // Asked of the store: a question of the client would be one too many.
        var jobs = server.Services.GetRequiredService<ResourceStores>().Jobs;
        Job? job = null;
        await Until.TrueAsync(
            async () => (job = await jobs.FindAsync(accepted.Content.Headers.ContentLocation!.Segments[^1], TestContext.Current.CancellationToken))!.Result is not null, "the end of the job");
        using var refused = await LaterAsync(client);

        Assert.Equal(200, JsonSerializer.Deserialize<StoredAnswer>(job!.Result!)!.Status);
        await AssertThrottledAsync(refused);
    }

    [Theory]
    [InlineData("", "10.1.2.3", "203.0.113.5", "10.1.2.3")]
    [InlineData("10.1.0.0/16", "10.1.2.3", "203.0.113.5", "203.0.113.5")]
    [InlineData("10.1.2.3", "10.1.2.3", "203.0.113.5", "203.0.113.5")]
    [InlineData("10.1.2.3", "10.1.2.3", "127.0.0.1, 203.0.113.5", "203.0.113.5")]
    [InlineData("10.1.2.3", "198.51.100.7", "203.0.113.5", "198.51.100.7")]
    [InlineData("2001:db8::/32", "2001:db8::7", "203.0.113.5", "203.0.113.5")]
    public async Task Only_proxies_that_are_listed_say_where_requests_come_from(string proxies, string peer, string forwarded, string counted)
    {
        using var server = Server(proxies.Length > 0 ? [("Security:Proxies:0", proxies)] : []);
        var client = server.CreateClient();
        for (var n = 0; n < Burst; n++) Assert.Equal(401, (int)(await FromAsync(client, counted)).StatusCode);

        using var by = await FromAsync(client, peer, forwarded);
        using var another = await FromAsync(client, peer == counted ? "198.51.100.99" : peer, "198.51.100.100");

        Assert.Equal(429, (int)by.StatusCode);
        Assert.Equal(401, (int)another.StatusCode);
    }

    private static TestServer Server(params IEnumerable<(string, string)> settings)
        => new([.. CdsClient.EnforcedFor(TestKey.Set(Key)), .. Few, .. settings]) { Stores = services => services.AddTransient<IStartupFilter, RemoteHeader>() };

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) }, Request = { Path = "/fhir/Patient" } };

    private static Task<HttpResponseMessage> FromAsync(HttpClient client, string remote, string? forwarded = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/Patient") { Headers = { { RemoteHeader.Name, remote } } };
        if (forwarded is not null) request.Headers.Add("X-Forwarded-For", forwarded);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> CallAsync(HttpClient client, string? remote, TestKey key)
    {
        var token = TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, CdsClient.Call, DateTimeOffset.UtcNow).Sign(key);
        var request = new HttpRequestMessage(HttpMethod.Post, CdsClient.CallPath) { Content = Call.Json(Call.OrderSign()) };
        if (remote is not null) request.Headers.Add(RemoteHeader.Name, remote);
        request.Headers.Authorization = new("Bearer", token);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for something that is answered later, as an app of another issuer: nobody is registered here but who calls services.</summary>
    private static Task<HttpResponseMessage> LaterAsync(HttpClient client)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/Patient") { Headers = { { "Prefer", "respond-async" } } };
        var (name, value) = Access.CallerHeader.Of(Callers.Clinic with { IsRegistered = false });
        request.Headers.Add(name, value);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> TokenAsync(HttpClient client, string id)
    {
        var draft = TokenDraft.Valid("ES384", Key.Id, id, TokenBench.TokenAddress, DateTimeOffset.UtcNow);
        draft.Claims["sub"] = id;
        return client.PostAsync("/connect/token", new FormUrlEncodedContent(TokenBench.Form(draft.Sign(Key))), TestContext.Current.CancellationToken);
    }

    private static async Task AssertThrottledAsync(HttpResponseMessage response)
    {
        var issue = await response.IssueAsync(429);
        Assert.Equal("throttled", (string?)issue["code"]);
        AssertPause(response);
    }

    private static void AssertPause(HttpResponseMessage response)
        => Assert.InRange(int.Parse(Assert.Single(response.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);

    private static async Task<int> StatusAsync(GuardedFhir fhir, Caller caller)
    {
        using var response = await fhir.SendAsync(caller, "GET", "/fhir/Patient/none");
        return (int)response.StatusCode;
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
