using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Audit;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>A card is a disclosure, and a token that is refused an attempt: both are recorded.</summary>
public sealed class AuditCallTests : IDisposable
{
    private static readonly TestKey Key = TestKey.P384("key");

    private readonly SqliteFile _file = new();
    private readonly TestServer _server;
    private readonly HttpClient _client;

    public AuditCallTests()
    {
        _server = new([.. CdsClient.EnforcedFor(TestKey.Set(Key)), ("Storage:ConnectionString", _file.Connection)]);
        _client = _server.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task A_call_and_a_refused_token_are_recorded()
    {
        using (var answered = await _client.CallAsync(Token()))
        {
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }

        using (var refused = await _client.CallAsync("not.a.token"))
        {
            await CdsClient.AssertBareAsync(refused);
        }

        var records = await RecordsAsync();
        Assert.Equal(2, records.Count);
        Assert.Equal("E", (string)records[0]["action"]!);
        Assert.Equal("0", (string)records[0]["outcome"]!);
        Assert.Equal("ehr", (string)records[0]["agent"]![0]!["who"]!["identifier"]!["value"]!);
        Assert.StartsWith("urn:jti:", (string)records[0]["agent"]![0]!["policy"]![0]!, StringComparison.Ordinal);
        Assert.Equal("Patient/pt", (string?)PatientOf(records[0])["identifier"]!["value"]);
        Assert.Equal("8", (string)records[1]["outcome"]!);
        Assert.Equal("not authenticated", (string)records[1]["agent"]![0]!["who"]!["display"]!);
        Assert.DoesNotContain("not.a.token", records[1].ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>Equal ids of two EHRs are two patients, and neither is one of ours.</summary>
    [Theory]
    [InlineData("https://ehr.example.org/fhir", "https://ehr.example.org/fhir/Patient/pt", "https://ehr.example.org/fhir/Practitioner/doc")]
    [InlineData("http://127.0.0.1:5080/fhir/", "Patient/pt", "Practitioner/doc")]
    public async Task The_record_names_patient_and_user_of_the_server_of_the_call(string server, string patient, string user)
    {
        var call = Call.OrderSign();
        call["fhirServer"] = server;
        using (var answered = await _client.SendAsync(HttpMethod.Post, CdsClient.CallPath, Token(), Call.Json(call)))
        {
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }

        var record = Assert.Single(await RecordsAsync());
        Assert.Equal(patient, (string?)PatientOf(record)["reference"]);
        Assert.Equal(["110153", "110152", "IRCP"], record["agent"]!.AsArray().Select(agent => (string?)agent!["type"]!["coding"]![0]!["code"]));
        Assert.Equal(user, (string?)record["agent"]![2]!["who"]!["reference"]);
        Assert.Equal([false, false, true], record["agent"]!.AsArray().Select(agent => (bool)agent!["requestor"]!));
        Assert.Equal(patient == "Patient/pt" ? 1 : 0, await CountAsync("Patient/pt"));
    }

    [Fact]
    public async Task Without_a_server_the_user_is_identified_and_not_referred_to()
    {
        using (await _client.CallAsync(Token())) { }

        var record = Assert.Single(await RecordsAsync());
        Assert.Equal("Practitioner/doc", (string?)record["agent"]![2]!["who"]!["identifier"]!["value"]);
        Assert.Null(record["agent"]![2]!["who"]!["reference"]);
        Assert.Equal(0, await CountAsync("Patient/pt"));
    }

    [Fact]
    public async Task A_card_that_cannot_be_recorded_is_not_shown()
    {
        using (await _client.CallAsync(Token())) { }
        _file.Execute("create trigger no_links before insert on audit_chain begin select raise(abort, 'no'); end");

        using var response = await _client.CallAsync(Token());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.DoesNotContain("cards", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Both or neither: an EHR whose call failed may send it again as it is.</summary>
    [Fact]
    public async Task A_card_that_cannot_be_recorded_has_not_used_its_token()
    {
        var token = Token();
        _file.Execute("create trigger no_links before insert on audit_chain begin select raise(abort, 'no'); end");
        using (var failed = await _client.CallAsync(token)) Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        _file.Execute("drop trigger no_links");

        using var answered = await _client.CallAsync(token);
        using var again = await _client.CallAsync(token);

        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        await CdsClient.AssertBareAsync(again);
        var records = await RecordsAsync();
        Assert.Equal(["0", "8"], records.Select(record => (string?)record["outcome"]));
        Assert.Equal("ehr", (string?)records[0]["agent"]![0]!["who"]!["identifier"]!["value"]);
        Assert.Equal("not authenticated", (string?)records[1]["agent"]![0]!["who"]!["display"]);
        Assert.DoesNotContain(records[1]["entity"]?.AsArray() ?? [], entity => (string?)entity!["role"]?["code"] == "1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/feedback")]
    public async Task A_token_sent_again_is_recorded_as_refused_and_for_nobody(string path)
    {
        var token = TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, CdsClient.Call + path, DateTimeOffset.UtcNow).Sign(Key);
        for (var time = 0; time < 2; time++)
        {
            using var _ = await _client.SendAsync(HttpMethod.Post, CdsClient.CallPath + path, token, Call.Json(path.Length == 0 ? Call.OrderSign() : new JsonObject()));
        }

        var records = await RecordsAsync();
        Assert.Equal(2, records.Count);
        Assert.Equal("ehr", (string?)records[0]["agent"]![0]!["who"]!["identifier"]!["value"]);
        Assert.Equal("8", (string?)records[1]["outcome"]);
        Assert.Equal("not authenticated", (string?)records[1]["agent"]![0]!["who"]!["display"]);
    }

    private static JsonNode PatientOf(JsonNode record)
        => record["entity"]!.AsArray().Single(entity => (string?)entity!["role"]?["code"] == "1")!["what"]!;

    /// <summary>How many records a search by patient finds.</summary>
    private async Task<int> CountAsync(string patient)
    {
        await _server.Services.GetRequiredService<AuditIndexing>().CatchUpAsync(TestContext.Current.CancellationToken);
        var store = _server.Services.GetRequiredService<ResourceStores>().Resources;
        var filter = new HasEntry([ParameterKey.Of("AuditEvent", "patient")], new ReferenceTest([new ReferenceValue("Patient", patient["Patient/".Length..])]));
        return (await store.SearchAsync(new SearchQuery { Types = ["AuditEvent"], Filter = filter, Count = 100 }, TestContext.Current.CancellationToken)).Matches.Count;
    }

    private async Task<List<JsonNode>> RecordsAsync()
    {
        var store = _server.Services.GetRequiredService<ResourceStores>().Resources;
        var page = await store.SearchAsync(new SearchQuery { Types = ["AuditEvent"], Count = 100 }, TestContext.Current.CancellationToken);
        return [.. page.Matches.Reverse().Select(version => JsonNode.Parse(version.Json.Span)!)];
    }

    private static string Token() => TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, CdsClient.Call, DateTimeOffset.UtcNow).Sign(Key);
}
