using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>Notices by websocket.</summary>
public sealed class SocketTests
{
    private static readonly SubscriptionText Text = new() { Channel = "websocket", Content = "full-resource" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_socket_binds_by_token_and_is_told_what_was_missed_and_what_comes()
    {
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(Text);
        await fhir.OrderAsync("missed");

        var token = await fhir.CallAsync("/fhir/Subscription/sub/$get-ws-binding-token");
        using var socket = await ConnectAsync(fhir);
        await SendAsync(socket, $"bind-with-token: {Value(token, "token")}");
        var handshake = await ReceiveAsync(socket);
        var missed = await ReceiveAsync(socket);
        await fhir.OrderAsync("a");
        var told = await ReceiveAsync(socket);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);

        Assert.Equal("ws://localhost/fhir/ws", Value(token, "websocket-url"));
        Assert.Equal("sub", Value(token, "subscription"));
        Assert.Equal("handshake", Notices.Parameter(handshake, "type"));
        Assert.Equal(("1", "missed"), (Notices.Events(missed).Single().Number, (string?)missed["entry"]![1]!["resource"]!["id"]));
        Assert.Equal(("2", "a"), (Notices.Events(told).Single().Number, (string?)told["entry"]![1]!["resource"]!["id"]));
    }

    [Fact]
    public async Task A_later_socket_is_not_told_again_but_can_ask_again()
    {
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(Text with { Heartbeat = 1 });
        await fhir.OrderAsync("a");
        await BindAsync(fhir, "handshake", "event-notification");

        await BindAsync(fhir, "handshake", "heartbeat");

        var again = await fhir.CallAsync("/fhir/Subscription/sub/$events?eventsSinceNumber=1");
        Assert.Equal("1", Notices.Events(again).Single().Number);
    }

    [Theory]
    [InlineData("bind-with-token: AAAA")]
    [InlineData("hello")]
    public async Task A_socket_without_a_good_token_is_closed(string message)
    {
        using var fhir = SubscriptionBench.Server();
        using var socket = await ConnectAsync(fhir);

        await SendAsync(socket, message);
        var answer = await socket.ReceiveAsync(new byte[100], Cancel);

        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.PolicyViolation), (answer.MessageType, socket.CloseStatus));
    }

    [Fact]
    public async Task Tokens_are_for_websockets_only_and_plain_requests_are_told_to_upgrade()
    {
        using var fhir = SubscriptionBench.Server(("Subscriptions:IsEnabled", "false"));
        await fhir.StoreAsync(new SubscriptionText { Endpoint = "https://app.example.org/hook" }.ToString());

        using var token = await fhir.GetAsync("/fhir/Subscription/sub/$get-ws-binding-token");
        using var none = await fhir.GetAsync("/fhir/Subscription/nobody/$get-ws-binding-token");
        using var plain = await fhir.GetAsync("/fhir/ws");

        await token.IssueAsync(422);
        await none.IssueAsync(404);
        Assert.Equal(426, (int)plain.StatusCode);
    }

    private static async Task BindAsync(FhirHttp fhir, params string[] types)
    {
        var token = await fhir.CallAsync("/fhir/Subscription/$get-ws-binding-token?id=sub");
        using var socket = await ConnectAsync(fhir);
        await SendAsync(socket, $"bind-with-token {Value(token, "token")}");
        foreach (var type in types) Assert.Equal(type, Notices.Parameter(await ReceiveAsync(socket), "type"));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
    }

    private static Task<WebSocket> ConnectAsync(FhirHttp fhir)
        => fhir.Server.Server.CreateWebSocketClient().ConnectAsync(new Uri("ws://localhost/fhir/ws"), Cancel);

    private static Task SendAsync(WebSocket socket, string text)
        => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Cancel);

    private static async Task<JsonObject> ReceiveAsync(WebSocket socket)
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

    private static string? Value(JsonObject parameters, string name)
    {
        var one = parameters["parameter"]!.AsArray().Single(one => (string?)one!["name"] == name)!.AsObject();
        return (string?)one.Single(member => member.Key.StartsWith("value", StringComparison.Ordinal)).Value;
    }
}
