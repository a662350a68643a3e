using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.OwnedSubscriptions;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>What the owner of a subscription is told: decided when a change is counted, and again each time it is told.</summary>
public sealed class SubscriptionSightTests : IDisposable
{
    private readonly OwnedSubscriptions _owned = new();

    private AccessServer Server => _owned.Server;

    public void Dispose() => _owned.Dispose();

    [Theory]
    [InlineData("empty")]
    [InlineData("id-only")]
    [InlineData("full-resource")]
    public async Task Withheld_changes_are_neither_told_nor_counted(string content)
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Endpoint = endpoint.Address, Content = content, MaxCount = 1 });

        await _owned.OrderAsync("plain");
        await _owned.OrderAsync("secret", isSecret: true);
        using (await Server.SendAsync(null, "DELETE", "MedicationRequest/secret")) { }
        await _owned.OrderAsync("last");
        var notices = await endpoint.TakenAsync("event-notification", 2);
        var again = await Server.GetAsync(Callers.Clinic, $"Subscription/{id}/$events?content={content}");

        Assert.Equal(["1", "2"], notices.SelectMany(Notices.Events).Select(one => one.Number));
        Assert.Equal(["1", "2"], Notices.Events(again).Select(one => one.Number));
        Assert.Equal("2", Notices.Parameter(again, "events-since-subscription-start"));
        Assert.All(endpoint.All, one => Assert.DoesNotContain("secret", one.Text, StringComparison.Ordinal));
        Assert.All(endpoint.All, one => Assert.Equal(DisclosureTexts.MayBeWithheld, (string?)one.Bundle!["meta"]!["tag"]![0]!["code"]));
        if (content != "empty") Assert.Equal(["plain", "last"], notices.SelectMany(Notices.Events).Select(one => one.Focus!.Split('/')[^1]));
    }

    [Fact]
    public async Task With_consent_they_are_told_with_the_notice_and_whoever_holds_them_needs_none()
    {
        await using var clinic = await FakeEndpoint.StartAsync();
        await using var programme = await FakeEndpoint.StartAsync();
        await _owned.SubscribeAsync(Callers.Programme, new() { Endpoint = programme.Address, Content = "full-resource" });
        await _owned.SubscribeAsync(Callers.Clinic, new() { Endpoint = clinic.Address, Content = "full-resource" });

        await _owned.OrderAsync("secret", isSecret: true, by: Callers.Programme);
        await programme.TakenAsync("event-notification", 1);
        Assert.DoesNotContain(clinic.All, one => one.Type == "event-notification");
        await Server.PutAsync(null, Permit().ToJsonString());
        await _owned.OrderAsync("permitted", isSecret: true);
        var notice = (await clinic.TakenAsync("event-notification", 1))[0];

        Assert.Equal("permitted", (string?)notice["entry"]![1]!["resource"]!["id"]);
        Assert.Contains("NORDSCLCD", notice["meta"]!["security"]!.AsArray().Select(label => (string)label!["code"]!));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("id-only")]
    [InlineData("full-resource")]
    public async Task What_was_counted_is_not_told_when_the_consent_is_revoked_before(string content)
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        await Server.PutAsync(null, Permit().ToJsonString());
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Endpoint = endpoint.Address, Content = content, Heartbeat = 1 });
        endpoint.Status = type => type == "event-notification" ? 503 : 200;
        await _owned.OrderAsync("secret", isSecret: true);
        await Until.TrueAsync(() => endpoint.All.Any(one => one.Type == "event-notification"), "a first try");
        var before = await Server.GetAsync(Callers.Clinic, $"Subscription/{id}/$events");

        await Server.PutAsync(null, Permit("inactive").ToJsonString());

        // Heartbeats come when nothing is waiting any more.
        await endpoint.TakenAsync("heartbeat", endpoint.Taken.Count(one => one.Type == "heartbeat") + 1);
        endpoint.Status = _ => 200;
        await _owned.OrderAsync("plain");
        var notice = (await endpoint.TakenAsync("event-notification", 1))[0];
        var after = await Server.GetAsync(Callers.Clinic, $"Subscription/{id}/$events?content=id-only");

        Assert.Single(Notices.Events(before));
        Assert.All(endpoint.All.Where(one => one.Type == "event-notification"), one => Assert.NotEmpty(Notices.Events(one.Bundle!)));
        Assert.Equal(["2"], Notices.Events(notice).Select(one => one.Number));
        Assert.Equal(["plain"], Notices.Events(after).Select(one => one.Focus!.Split('/')[^1]));
    }

    [Fact]
    public async Task What_is_asked_for_again_is_decided_for_whoever_asks_by_their_token()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Endpoint = endpoint.Address });
        await _owned.OrderAsync("plain");
        await endpoint.TakenAsync("event-notification", 1);

        var narrow = await Server.GetAsync(Callers.Clinic with { Grants = [Subscribing] }, $"Subscription/{id}/$events?content=empty");
        var wide = await Server.GetAsync(Callers.Clinic, $"Subscription/{id}/$events?content=empty");

        Assert.Empty(Notices.Events(narrow));
        Assert.Single(Notices.Events(wide));
    }

    [Fact]
    public async Task A_topic_that_looks_back_tells_nothing_of_a_version_before_that_is_withheld()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        await _owned.SubscribeAsync(Callers.Clinic, new() { Topic = SubscriptionText.TopicUrl("liver-result"), Endpoint = endpoint.Address });

        await Server.PutAsync(null, Result("corrected", "1742-6", isLabelled: true));
        await Server.PutAsync(null, Result("corrected", "2345-7", isLabelled: false));
        await Server.PutAsync(null, Result("known", "1742-6", isLabelled: false));
        await Server.PutAsync(null, Result("known", "2345-7", isLabelled: false));
        await Server.PutAsync(null, Result("opened", "1742-6", isLabelled: true));
        await Server.PutAsync(null, Result("opened", "1742-6", isLabelled: false));
        await Until.TrueAsync(() => Events(endpoint).Count >= 3, "three events");

        Assert.Equal(["known", "known", "opened"], Events(endpoint).Select(one => one.Focus!.Split('/')[^1]));
        Assert.Equal(["1", "2", "3"], Events(endpoint).Select(one => one.Number));
    }

    [Fact]
    public async Task What_was_is_told_no_more_when_the_consent_to_it_is_revoked()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        await Server.PutAsync(null, Permit().ToJsonString());
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Topic = SubscriptionText.TopicUrl("liver-result"), Endpoint = endpoint.Address });
        await Server.PutAsync(null, Result("corrected", "1742-6", isLabelled: true));
        await Server.PutAsync(null, Result("corrected", "2345-7", isLabelled: false));
        await Server.PutAsync(null, Result("opened", "1742-6", isLabelled: true));
        await Server.PutAsync(null, Result("opened", "1742-6", isLabelled: false));
        await Until.TrueAsync(() => Events(endpoint).Count >= 4, "four events");

        await Server.PutAsync(null, Permit("inactive").ToJsonString());
        var again = await Server.GetAsync(Callers.Clinic, $"Subscription/{id}/$events");

        Assert.Equal([("4", "opened")], Notices.Events(again).Select(one => (one.Number!, one.Focus!.Split('/')[^1])));
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_listed_for_the_owner_as_far_as_it_may_still_know()
    {
        using var owned = new OwnedSubscriptions(("Subscriptions:DeadLetterHours", "0.0006"));
        await using var endpoint = await FakeEndpoint.StartAsync();
        await owned.Server.PutAsync(null, Permit().ToJsonString());
        var id = await owned.SubscribeAsync(Callers.Clinic, new() { Endpoint = endpoint.Address });
        endpoint.Status = type => type == "event-notification" ? 500 : 200;
        await owned.OrderAsync("plain");
        await owned.OrderAsync("secret", isSecret: true);
        await owned.StandsAsync(id, "error");
        await Until.TrueAsync(async () => (await DeadAsync(Callers.Clinic)).Count == 2, "two events given up");

        await owned.Server.PutAsync(null, Permit("inactive").ToJsonString());

        Assert.Equal(["plain"], await DeadAsync(Callers.Clinic));
        Assert.Empty(await DeadAsync(Callers.Other));
        Assert.Empty(await DeadAsync(Callers.Clinic with { Grants = [Subscribing] }));

        async Task<IReadOnlyList<string>> DeadAsync(Caller caller) =>
        [
            .. (await owned.Server.GetAsync(caller, "Subscription/$dead-letters"))["parameter"]!.AsArray().Where(one => (string?)one!["name"] == "event")
                .Select(one => ((string)one!["part"]!.AsArray().Single(part => (string?)part!["name"] == "focus")!["valueUri"]!).Split('/')[^1]),
        ];
    }

    [Fact]
    public async Task A_client_that_is_registered_no_more_or_for_less_is_told_nothing_and_why()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        var own = new SubscriptionText { Endpoint = endpoint.Address, Heartbeat = 1 };
        var id = await _owned.SubscribeAsync(Callers.Clinic, own);
        var witness = await _owned.SubscribeAsync(Callers.Other, new() { Channel = "websocket" });
        Caller?[] less =
        [
            null,
            Callers.Clinic with { Grants = [Subscribing] },
            Callers.Clinic with { Grants = [Orders] },
            Callers.Clinic with { Grants = [Orders with { Query = "status=active" }, Subscribing] },
        ];

        for (var n = 0; n < less.Length; n++)
        {
            _owned.Register("clinic", less[n]);
            await _owned.OrderAsync($"lost-{n}");
            await _owned.CountedAsync(witness, n + 1, Callers.Other);
            var stopped = await _owned.StandsAsync(id, "error");
            _owned.Register("clinic", Callers.Clinic);
            await Server.PutAsync(Callers.Clinic, (own with { Id = id }).ToString());
            await _owned.StandsAsync(id, "active");
            Assert.Contains("registered", (string?)stopped["error"], StringComparison.Ordinal);
        }

        await _owned.OrderAsync("back");
        var notice = (await endpoint.TakenAsync("event-notification", 1))[0];

        Assert.Equal([("1", "back")], Notices.Events(notice).Select(one => (one.Number!, one.Focus!.Split('/')[^1])));
        Assert.DoesNotContain(endpoint.All, one => one.Text.Contains("lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subscription_of_nobody_is_not_served()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();

        await Server.PutAsync(null, new SubscriptionText { Endpoint = endpoint.Address }.ToString());
        var stopped = await _owned.StandsAsync("sub", "error");

        Assert.Contains("registered", (string?)stopped["error"], StringComparison.Ordinal);
        Assert.Empty(endpoint.All);
    }

    [Fact]
    public async Task A_socket_of_a_client_that_is_registered_no_more_is_told_nothing()
    {
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Channel = "websocket", Content = "full-resource" });
        using var socket = await _owned.BindAsync(Callers.Clinic, await _owned.TokenAsync(Callers.Clinic, id));
        await ReceiveAsync(socket);
        await _owned.OrderAsync("first");
        var first = await ReceiveAsync(socket);
        await _owned.OrderAsync("secret", isSecret: true);
        await _owned.OrderAsync("second");
        var second = await ReceiveAsync(socket);
        var witness = await _owned.SubscribeAsync(Callers.Other, new() { Channel = "websocket" });
        await Server.PutAsync(null, Permit().ToJsonString());
        _owned.Register("clinic", null);
        await _owned.OrderAsync("lost");
        await _owned.CountedAsync(witness, 1, Callers.Other);
        _owned.Register("clinic", Callers.Clinic);
        await SendAsync(socket, $"bind-with-token: {await _owned.TokenAsync(Callers.Clinic, id)}");
        await ReceiveAsync(socket);
        await _owned.OrderAsync("third", isSecret: true);
        var third = await ReceiveAsync(socket);

        Assert.Equal(["first", "second", "third"], new[] { first, second, third }.Select(notice => (string?)notice["entry"]![1]!["resource"]!["id"]));
        Assert.Equal(["1", "2", "3"], new[] { first, second, third }.Select(notice => Notices.Events(notice).Single().Number));
    }

    [Fact]
    public async Task What_waits_for_a_socket_is_not_told_while_the_client_is_registered_no_more()
    {
        await Server.PutAsync(null, Permit().ToJsonString());
        var id = await _owned.SubscribeAsync(Callers.Clinic, new() { Channel = "websocket", Content = "full-resource" });
        var witness = await _owned.SubscribeAsync(Callers.Other, new() { Channel = "websocket" });
        await _owned.OrderAsync("waiting", isSecret: true);
        await _owned.CountedAsync(id, 1, Callers.Clinic);
        await _owned.CountedAsync(witness, 1, Callers.Other);
        await Server.PutAsync(null, Permit("inactive").ToJsonString());
        var token = await _owned.TokenAsync(Callers.Clinic, id);
        _owned.Register("clinic", null);
        using var socket = await _owned.BindAsync(Callers.Clinic, token);
        await _owned.OrderAsync("lost");
        await _owned.CountedAsync(witness, 2, Callers.Other);

        _owned.Register("clinic", Callers.Clinic);
        await _owned.OrderAsync("plain");
        await ReceiveAsync(socket);
        var notice = await ReceiveAsync(socket);

        Assert.Equal([("2", "plain")], Notices.Events(notice).Select(one => (one.Number!, one.Focus!.Split('/')[^1])));
    }

    private static JsonObject Permit(string status = "active") => Consent("c", Provision("permit").Labelled("SUD"), status: status);

    private static IReadOnlyList<(string? Number, string? Focus)> Events(FakeEndpoint endpoint)
        => [.. endpoint.Taken.Where(one => one.Type == "event-notification").SelectMany(one => Notices.Events(one.Bundle!))];

    private static string Result(string id, string code, bool isLabelled) => $$"""
        {"resourceType":"Observation","id":"{{id}}","status":"final","subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]}
         {{(isLabelled ? ",\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"SUD\"}]}" : "")}} }
        """;
}
