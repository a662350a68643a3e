using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>A server with registered clients whose rights change when the test says so, and their subscriptions.</summary>
internal sealed class OwnedSubscriptions : IDisposable
{
    private readonly Dictionary<string, Caller> _registered = new() { ["clinic"] = Callers.Clinic, ["other"] = Callers.Other, ["programme"] = Callers.Programme };

    public OwnedSubscriptions(params IEnumerable<(string Key, string Value)> settings) => Server = new(
        services => services.AddSingleton(new RegisteredCallers(code => _registered.Values.FirstOrDefault(caller => Ownership.CodeOf(caller) == code))),
        [
            ("Subscriptions:PollMilliseconds", "30"), ("Subscriptions:FirstRetrySeconds", "1"), ("Subscriptions:QuickRetries", "0"),
            ("Subscriptions:MinHeartbeatSeconds", "1"), ("Subscriptions:IsHttpAllowed", "true"), ("Subscriptions:IsPrivateNetworkAllowed", "true"), .. settings,
        ]);

    public AccessServer Server { get; }

    /// <summary>What a client that subscribes must be allowed besides the records themselves.</summary>
    public static Grant Subscribing { get; } = new(
        GrantContext.System, "Subscription", GrantedInteractions.Create | GrantedInteractions.Read | GrantedInteractions.Update | GrantedInteractions.Delete | GrantedInteractions.Search);

    public static Grant Orders { get; } = new(GrantContext.System, "MedicationRequest", GrantedInteractions.Read | GrantedInteractions.Search);

    /// <summary>Changes what a client is registered for; null for a client that is no more.</summary>
    public void Register(string id, Caller? caller)
    {
        if (caller is null) _registered.Remove(id);
        else _registered[id] = caller;
    }

    /// <summary>The answer to a new Subscription.</summary>
    public Task<HttpResponseMessage> PostAsync(Caller caller, SubscriptionText text) => Server.SendAsync(caller, "POST", "Subscription", text.ToString());

    /// <summary>Stores a Subscription, waits until it stands where it is expected to, and gives its id.</summary>
    public async Task<string> SubscribeAsync(Caller caller, SubscriptionText text, string expected = "active")
    {
        using var response = await PostAsync(caller, text);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{(int)response.StatusCode} {body}");
        var id = (string)JsonNode.Parse(body)!["id"]!;
        await StandsAsync(id, expected);
        return id;
    }

    /// <summary>Waits for a status and gives the Subscription as it is stored.</summary>
    public async Task<JsonObject> StandsAsync(string id, string expected)
    {
        JsonObject? found = null;
        await Until.TrueAsync(async () => (string?)(found = await Server.GetAsync(null, $"Subscription/{id}"))["status"] == expected, $"status {expected}");
        return found!;
    }

    /// <summary>Stores an order as the service would: of a plain drug, or of naltrexone, which is labelled.</summary>
    public Task OrderAsync(string id, bool isSecret = false, Caller? by = null) => Server.PutAsync(by, $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"active","intent":"order","subject":{"reference":"Patient/p"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{(isSecret ? "7243" : "161")}}"}]} }
        """);

    /// <summary>Waits until the log is read to its end: an order that the owner may know, and that is counted, comes after all before it.</summary>
    public async Task CountedAsync(string id, long number, Caller owner)
        => await Until.TrueAsync(async () => Notices.Parameter(await Server.GetAsync(owner, $"Subscription/{id}/$status"), "events-since-subscription-start") == $"{number}", $"{number} events");

    /// <summary>A websocket of a client, bound by a token.</summary>
    public async Task<WebSocket> BindAsync(Caller caller, string token)
    {
        var client = Server.Server.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers[CallerHeader.Name] = CallerHeader.Of(caller).Value;
        var socket = await client.ConnectAsync(new Uri("ws://localhost/fhir/ws"), TestContext.Current.CancellationToken);
        await SendAsync(socket, $"bind-with-token: {token}");
        return socket;
    }

    /// <summary>Says something by a websocket.</summary>
    public static Task SendAsync(WebSocket socket, string text)
        => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    /// <summary>A token for a websocket.</summary>
    public async Task<string> TokenAsync(Caller caller, string id)
        => (string)(await Server.GetAsync(caller, $"Subscription/{id}/$get-ws-binding-token"))["parameter"]!.AsArray().Single(one => (string?)one!["name"] == "token")!["valueString"]!;

    /// <summary>The next notice of a websocket.</summary>
    public static async Task<JsonObject> ReceiveAsync(WebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(Encoding.UTF8.GetString(text.ToArray()))!.AsObject();
        }
    }

    public void Dispose() => Server.Dispose();
}
