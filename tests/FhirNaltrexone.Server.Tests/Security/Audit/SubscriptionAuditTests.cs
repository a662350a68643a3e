using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>Subscriptions of a service that asks who calls: served for registered clients, and each sending recorded before it is done.</summary>
public sealed class SubscriptionAuditTests : IDisposable
{
    private const string Injury = "create trigger no_links before insert on audit_chain begin select raise(abort, 'no'); end";
    private const string Repair = "drop trigger no_links";

    private static readonly Caller Warehouse = new()
    {
        Id = "warehouse",
        Issuer = "https://warehouse.example.org",
        Grants = [new(GrantContext.System, null, (GrantedInteractions)31)],
        ChoosesIds = true,
    };

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("empty")]
    [InlineData("id-only")]
    [InlineData("full-resource")]
    public async Task Each_sending_is_recorded_for_each_patient_and_a_handshake_is_not(string content)
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var server = Start("system/*.cruds");
        var id = await SubscribeAsync(server, new() { Endpoint = endpoint.Address, Content = content });
        Assert.Empty(await SendingsAsync(server, id));

        await OrderAsync(server, "a", "p1");
        await endpoint.TakenAsync("event-notification", 1);
        await OrderAsync(server, "b", "p2");
        await endpoint.TakenAsync("event-notification", 2);
        var sendings = await SendingsAsync(server, id);

        Assert.Equal(["Patient/p1", "Patient/p2"], sendings.Select(Patient).Order());
        Assert.All(sendings, sending => Assert.Equal(
            ("R", "0", "warehouse", "110152"),
            ((string?)sending["action"], (string?)sending["outcome"], (string?)sending["agent"]![0]!["who"]!["identifier"]!["value"], (string?)sending["agent"]![0]!["type"]!["coding"]![0]!["code"])));
    }

    [Fact]
    public async Task What_a_websocket_is_told_is_recorded_too()
    {
        using var server = Start("system/*.cruds");
        var id = await SubscribeAsync(server, new() { Channel = "websocket" });
        var token = (await server.GetAsync(Warehouse, $"Subscription/{id}/$get-ws-binding-token"))["parameter"]!.AsArray().Single(one => (string?)one!["name"] == "token")!;
        var client = server.Server.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers[CallerHeader.Name] = CallerHeader.Of(Warehouse).Value;
        using var socket = await client.ConnectAsync(new Uri("ws://localhost/fhir/ws"), TestContext.Current.CancellationToken);
        await socket.SendAsync(
            System.Text.Encoding.UTF8.GetBytes($"bind-with-token: {token["valueString"]}"), System.Net.WebSockets.WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await Sensitivity.OwnedSubscriptions.ReceiveAsync(socket);
        Assert.Empty(await SendingsAsync(server, id));

        await OrderAsync(server, "a", "p1");
        await Sensitivity.OwnedSubscriptions.ReceiveAsync(socket);

        Assert.Equal(["Patient/p1"], (await SendingsAsync(server, id)).Select(Patient));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_sent()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var server = Start("system/*.cruds");
        await SubscribeAsync(server, new() { Endpoint = endpoint.Address });
        endpoint.Status = type => type == "event-notification" ? 503 : 200;
        await OrderAsync(server, "a", "p1");
        await Until.TrueAsync(() => endpoint.All.Any(one => one.Type == "event-notification"), "a first try");

        _file.Execute(Injury);
        var tries = endpoint.All.Count;
        endpoint.Status = _ => 200;
        var failures = StoreFailures(server);
        await Until.TrueAsync(() => StoreFailures(server) > failures + 1, "sendings that fail for want of a record");
        var sent = endpoint.All.Count - tries;
        _file.Execute(Repair);
        await endpoint.TakenAsync("event-notification", 1);

        // One may have been on its way when the records failed.
        Assert.InRange(sent, 0, 1);
        Assert.Single(endpoint.Taken, one => one.Type == "event-notification");
    }

    [Fact]
    public async Task At_the_next_start_a_client_that_is_registered_no_more_or_for_less_is_served_no_more()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        string id;
        using (var server = Start("system/*.cruds"))
        {
            id = await SubscribeAsync(server, new() { Endpoint = endpoint.Address });
            await OrderAsync(server, "a", "p1");
            await endpoint.TakenAsync("event-notification", 1);

            // Nothing is due of it then for a long time: the new start has to look for itself.
            await Until.TrueAsync(() => _file.Scalar("select count(*) from subscription_state where sent is not null and lease_owner is null and due > sent") == "1", "all done");
        }

        using (var server = Start("system/Patient.rs")) await StandsAsync(server, id, "error");
        using (var server = Start("system/*.cruds system/MedicationRequest.rs?status=active"))
        {
            await server.PutAsync(Warehouse, new SubscriptionText { Id = id, Endpoint = endpoint.Address }.ToString());
            await StandsAsync(server, id, "active");
        }

        using (var server = Start(null))
        {
            var stopped = await StandsAsync(server, id, "error");
            Assert.Contains("registered", (string?)stopped["error"], StringComparison.Ordinal);
            using var refused = await server.SendAsync(Warehouse, "POST", "Subscription", new SubscriptionText { Endpoint = endpoint.Address }.ToString());
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal(["handshake", "event-notification", "handshake"], endpoint.All.Select(one => one.Type));
    }

    private AccessServer Start(string? scopes)
    {
        var keys = TestKey.Set(TestKey.P384("key"));
        return new(null,
        [
            ("Storage:ConnectionString", _file.Connection), .. CdsClient.EnforcedFor(keys),
            .. scopes is null ? [] : CdsClient.Registered(1, Warehouse.Id, ("Issuer", Warehouse.Issuer!), ("Jwks", keys), ("Scopes", scopes)),
            ("Subscriptions:PollMilliseconds", "30"), ("Subscriptions:FirstRetrySeconds", "1"), ("Subscriptions:QuickRetries", "0"), ("Subscriptions:LeaseSeconds", "2"),
            ("Subscriptions:TryMilliseconds", "1000"), ("Subscriptions:IsHttpAllowed", "true"), ("Subscriptions:IsPrivateNetworkAllowed", "true"),
        ]);
    }

    private static async Task<string> SubscribeAsync(AccessServer server, SubscriptionText text)
    {
        using var response = await server.SendAsync(Warehouse, "POST", "Subscription", text.ToString());
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, body);
        var id = (string)JsonNode.Parse(body)!["id"]!;
        await StandsAsync(server, id, "active");
        return id;
    }

    private static async Task<JsonObject> StandsAsync(AccessServer server, string id, string expected)
    {
        JsonObject? found = null;
        await Until.TrueAsync(async () => (string?)(found = await server.GetAsync(Warehouse, $"Subscription/{id}"))["status"] == expected, $"status {expected}");
        return found!;
    }

    private static Task<JsonObject> OrderAsync(AccessServer server, string id, string patient) => server.PutAsync(Warehouse, $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"active","intent":"order","subject":{"reference":"Patient/{{patient}}"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"161"}]} }
        """);

    /// <summary>Records that name the Subscription and were made without a request.</summary>
    private static async Task<List<JsonNode>> SendingsAsync(AccessServer server, string id)
    {
        var bundle = await server.GetAsync(AuditedFhir.Auditor, "AuditEvent?_count=1000");
        return
        [
            .. (bundle["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!).Where(record
                => record["entity"]?.AsArray().Any(entity => (string?)entity!["what"]?["reference"] == $"Subscription/{id}") == true
                    && record["agent"]![0]!["network"] is null && !record.ToJsonString().Contains("XrequestId", StringComparison.Ordinal)),
        ];
    }

    private static string? Patient(JsonNode record)
        => record["entity"]!.AsArray().Select(entity => (string?)entity!["what"]?["reference"]).SingleOrDefault(reference => reference?.StartsWith("Patient/", StringComparison.Ordinal) == true);

    private static int StoreFailures(AccessServer server) => server.Server.Log.Text.Split("The store failed at work for subscriptions").Length;
}
