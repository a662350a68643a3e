using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.OwnedSubscriptions;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Whose a subscription is: who may have one, and that it is nobody else's to see, change or listen to.</summary>
public sealed class SubscriptionOwnerTests : IDisposable
{
    private static readonly SubscriptionText Socket = new() { Channel = "websocket" };

    private readonly OwnedSubscriptions _owned = new();

    private AccessServer Server => _owned.Server;

    public void Dispose() => _owned.Dispose();

    [Fact]
    public async Task The_client_that_stores_a_subscription_is_its_owner_and_nobody_can_say_otherwise()
    {
        var text = JsonNode.Parse(Socket.ToString())!.AsObject();
        text["meta"] = new JsonObject
        {
            ["tag"] = new JsonArray(
                new JsonObject { ["system"] = Ownership.System, ["code"] = Ownership.CodeOf(Callers.Other) },
                new JsonObject { ["system"] = "https://app.example.org/tags", ["code"] = "of-nobody" }),
        };

        using var response = await Server.SendAsync(Callers.Clinic, "POST", "Subscription", text.ToJsonString());
        var stored = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        var active = await _owned.StandsAsync((string)stored["id"]!, "active");
        active["status"] = "off";
        active["meta"]!.AsObject().Remove("tag");
        var off = await Server.PutAsync(Callers.Clinic, active.ToJsonString());

        Assert.All([stored, await _owned.StandsAsync((string)stored["id"]!, "off"), off], version => Assert.Equal([Ownership.CodeOf(Callers.Clinic)], Owners(version)));
        Assert.Equal(["of-nobody", "clinic"], stored["meta"]!["tag"]!.AsArray().Select(tag => (string?)(tag!["display"] ?? tag["code"])));
    }

    [Fact]
    public async Task Only_a_registered_client_that_acts_for_itself_may_have_one()
    {
        var stranger = Callers.Clinic with { Id = "stranger" };
        var namesake = Callers.Clinic with { Issuer = "https://idp.example.org" };
        var user = Callers.Clinic with { User = "Practitioner/1" };
        var patient = Callers.Clinic with { Patient = "p" };
        var tenant = Callers.Clinic with { Tenant = "t" };
        var emergency = Callers.Clinic with { Emergency = new("p", "unconscious") };

        foreach (var caller in new[] { stranger, namesake, user, patient, tenant, emergency })
        {
            foreach (var status in new[] { "requested", "off" })
            {
                using var refused = await _owned.PostAsync(caller, Socket with { Status = status });
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
                Assert.Contains("registered", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task It_needs_all_of_each_type_of_the_topic_by_token_and_by_registration()
    {
        var enough = Callers.Clinic with { Grants = [Orders, Subscribing] };
        Caller[] less =
        [
            enough with { Grants = [Subscribing] },
            enough with { Grants = [Orders with { Interactions = GrantedInteractions.Search }, Subscribing] },
            enough with { Grants = [Orders with { Interactions = GrantedInteractions.Read }, Subscribing] },
            enough with { Grants = [Orders with { Query = "status=active" }, Subscribing] },
            enough with { Grants = [Orders with { Context = GrantContext.User }, Subscribing] },
        ];

        foreach (var caller in less)
        {
            using var token = await _owned.PostAsync(caller, Socket);
            Assert.Equal(HttpStatusCode.Forbidden, token.StatusCode);
            Assert.Contains("without a query", await token.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

            _owned.Register("clinic", caller);
            using var registration = await _owned.PostAsync(Callers.Clinic, Socket);
            Assert.Equal(HttpStatusCode.Forbidden, registration.StatusCode);
            _owned.Register("clinic", Callers.Clinic);
        }

        var id = await _owned.SubscribeAsync(enough, Socket);
        foreach (var caller in less)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Server.StatusAsync(caller, $"Subscription/{id}/$get-ws-binding-token"));
            Assert.Equal(HttpStatusCode.Forbidden, await Server.StatusAsync(caller, $"Subscription/$get-ws-binding-token?id={id}"));
        }
    }

    [Fact]
    public async Task To_others_it_is_not_there()
    {
        var id = await _owned.SubscribeAsync(Callers.Clinic, Socket with { Headers = ["Authorization: Bearer hush"] });
        await _owned.OrderAsync("plain");
        await _owned.CountedAsync(id, 1, Callers.Clinic);
        Assert.Equal(HttpStatusCode.OK, await Server.StatusAsync(Callers.Clinic, $"Subscription/{id}/_history/1"));

        foreach (var path in new[]
        {
            "Subscription/{0}", "Subscription/{0}/_history", "Subscription/{0}/_history/1", "Subscription/{0}/$status", "Subscription/{0}/$events",
            "Subscription/{0}/$events?dead=true", "Subscription/{0}/$get-ws-binding-token", "Subscription/{0}/$dead-letters",
            "Subscription/$get-ws-binding-token?id={0}",
        })
        {
            Assert.NotEqual(HttpStatusCode.NotFound, await Server.StatusAsync(Callers.Clinic, string.Format(null, path, id)));
            using var theirs = await Server.SendAsync(Callers.Other, "GET", string.Format(null, path, id));
            using var absent = await Server.SendAsync(Callers.Other, "GET", string.Format(null, path, "absent"));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, theirs.StatusCode));
            Assert.Equal(
                (path, (await absent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("absent", id, StringComparison.Ordinal), absent.StatusCode),
                (path, await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), theirs.StatusCode));
        }

        foreach (var path in new[] { "Subscription/$status", $"Subscription/$status?id={id}", "Subscription", $"Subscription?_id={id}", $"?_type=Subscription&_id={id}" })
            Assert.DoesNotContain(id, (await Server.GetAsync(Callers.Other, path))["entry"]?.ToJsonString() ?? string.Empty, StringComparison.Ordinal);
        Assert.Contains(id, (await Server.GetAsync(Callers.Clinic, "Subscription/$status")).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(id, (await Server.GetAsync(Callers.Clinic, "Subscription")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Server.StatusAsync(Callers.Other, "Subscription/_history"));
        foreach (var caller in new[] { Callers.Clinic with { User = "Practitioner/1" }, Callers.Clinic with { Patient = "p" } })
            Assert.Equal(HttpStatusCode.Forbidden, await Server.StatusAsync(caller, $"Subscription/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await Server.StatusAsync(Callers.Clinic with { Issuer = "https://idp.example.org" }, $"Subscription/{id}"));
        Assert.DoesNotContain("hush", (await Server.GetAsync(Callers.Other, "_history")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_cannot_take_it_over_end_it_or_turn_it_to_themselves()
    {
        await using var mine = await FakeEndpoint.StartAsync();
        await using var theirs = await FakeEndpoint.StartAsync();
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Endpoint = mine.Address });
        var turned = new SubscriptionText { Id = id, Endpoint = theirs.Address }.ToString();
        var patch = $$"""[{"op":"replace","path":"/channel/endpoint","value":"{{theirs.Address}}"}]""";
        var before = await Server.GetAsync(null, $"Subscription/{id}");

        foreach (var (method, path, body) in new[]
        {
            ("PUT", $"Subscription/{id}", turned), ("PUT", $"Subscription?_id={id}", turned), ("DELETE", $"Subscription/{id}", null), ("DELETE", $"Subscription?_id={id}", null),
            ("PATCH", $"Subscription/{id}", patch), ("PUT", "Subscription/free", new SubscriptionText { Id = "free", Endpoint = theirs.Address }.ToString()),
        })
        {
            using var response = await Server.SendAsync(Callers.Other, method, path, body, method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : []);
            Assert.True(method == "DELETE" || !response.IsSuccessStatusCode, $"{method} {path} {(int)response.StatusCode}");
        }

        await _owned.OrderAsync("plain");
        await mine.TakenAsync("event-notification", 1);

        Assert.Equal(before.ToJsonString(), (await Server.GetAsync(null, $"Subscription/{id}")).ToJsonString());
        Assert.Empty(theirs.All);
        Assert.Equal(HttpStatusCode.NotFound, await Server.StatusAsync(null, "Subscription/free"));
    }

    [Fact]
    public async Task The_owner_changes_and_removes_it()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        var id = await _owned.SubscribeAsync(Callers.Clinic, Socket);

        await Server.PutAsync(Callers.Clinic, new SubscriptionText { Id = id, Endpoint = endpoint.Address }.ToString());
        await _owned.StandsAsync(id, "active");
        await _owned.OrderAsync("plain");
        await endpoint.TakenAsync("event-notification", 1);
        using var removed = await Server.SendAsync(Callers.Clinic, "DELETE", $"Subscription/{id}");

        Assert.True(removed.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await Server.StatusAsync(Callers.Clinic, $"Subscription/{id}"));
    }

    [Fact]
    public async Task A_binding_token_that_was_passed_on_is_good_for_nothing()
    {
        var id = await _owned.SubscribeAsync(Callers.Clinic, Socket);
        var token = await _owned.TokenAsync(Callers.Clinic, id);
        using var theirs = await _owned.BindAsync(Callers.Other, token);
        using var mine = await _owned.BindAsync(Callers.Clinic, token);

        Assert.Equal("handshake", Notices.Parameter(await ReceiveAsync(mine), "type"));
        await _owned.OrderAsync("plain");
        Assert.Equal("event-notification", Notices.Parameter(await ReceiveAsync(mine), "type"));

        // What a socket is told it is told in order: its own subscription comes first, so nothing came before.
        var own = await _owned.SubscribeAsync(Callers.Other, Socket);
        await SendAsync(theirs, $"bind-with-token: {await _owned.TokenAsync(Callers.Other, own)}");
        Assert.EndsWith(own, Notices.Parameter(await ReceiveAsync(theirs), "subscription"), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Owners(JsonObject subscription)
        => subscription["meta"]!["tag"]!.AsArray().Where(tag => (string?)tag!["system"] == Ownership.System).Select(tag => (string?)tag!["code"]);
}
