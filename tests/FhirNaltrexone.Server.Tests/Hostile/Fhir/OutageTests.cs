using System.Diagnostics;
using System.Net;
using System.Text;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>The database goes away under a running server and comes back.</summary>
public sealed class OutageTests
{
    private const string Patient = """{"resourceType":"Patient","id":"kept","active":true}""";
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Says_503_and_when_to_try_again_while_PostgreSQL_is_away_and_recovers_by_itself()
    {
        await using var database = await PostgreSqlServer.StartOwnAsync();
        var server = new ServerProcess(["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={database.ConnectionString}"]);
        try
        {
            await server.InitializeAsync();
            await PutAsync(server, HttpStatusCode.Created);

            await database.StopAsync();
            await AssertAwayAsync(server, new(HttpMethod.Get, "/fhir/Patient/kept"));
            await AssertAwayAsync(server, new(HttpMethod.Get, "/fhir/Patient?active=true"));
            await AssertAwayAsync(server, new(HttpMethod.Get, "/fhir/_history"));
            await AssertAwayAsync(server, new(HttpMethod.Put, "/fhir/Patient/kept") { Content = Json(Patient) });
            await AssertAwayAsync(server, new(HttpMethod.Post, "/fhir/Patient") { Content = Json(Patient) });
            await AssertAwayAsync(server, new(HttpMethod.Patch, "/fhir/Patient/kept") { Content = new StringContent("[]", Encoding.UTF8, "application/json-patch+json") });
            await AssertAwayAsync(server, new(HttpMethod.Delete, "/fhir/Patient/kept"));
            await AssertAwayAsync(server, new(HttpMethod.Post, "/fhir") { Content = Json($$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{{Patient}}},"request":{"method":"PUT","url":"Patient/kept"}}]}""") });
            await server.AssertAliveAsync("the outage");
            await database.RestartAsync();

            await WaitAsync(server);
            await PutAsync(server, HttpStatusCode.OK);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task AssertAwayAsync(ServerProcess server, HttpRequestMessage request)
    {
        var clock = Stopwatch.StartNew();
        using var response = await server.Client.SendAsync(request);

        await FhirReplies.CheckAsync(response);
        Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{request.Method} {request.RequestUri}: {(int)response.StatusCode}");
        Assert.InRange(response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, AnswerPatience);
    }

    private static async Task WaitAsync(ServerProcess server)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Recovery)
        {
            using var response = await server.Client.GetAsync("/fhir/Patient/kept");
            if (response.StatusCode == HttpStatusCode.OK) return;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            await Task.Delay(200);
        }

        Assert.Fail($"The server does not find its database again within {Recovery}.\n{server.Log()}");
    }

    private static async Task PutAsync(ServerProcess server, HttpStatusCode expected)
    {
        using var response = await server.Client.PutAsync("/fhir/Patient/kept", Json(Patient));
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/fhir+json");
}
