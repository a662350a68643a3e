using System.Text.Json.Nodes;
using System.Xml.Linq;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>Notices by rest-hook, over HTTP, to an endpoint on a port of its own.</summary>
public sealed class HookTests
{
    private const string Status = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-status-r4";

    [Fact]
    public async Task A_good_handshake_makes_it_active_and_changes_are_told_in_order_with_numbers()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.OrderAsync("before");

        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address, MaxCount = 1, Headers = ["Authorization: Bearer secret", "X-Own: a b"] });
        await fhir.OrderAsync("a");
        await fhir.OrderAsync("a", status: "stopped");
        using (var deleted = await fhir.SendAsync("DELETE", "/fhir/MedicationRequest/a", null)) Assert.True(deleted.IsSuccessStatusCode);

        var handshake = Assert.Single(await endpoint.TakenAsync("handshake", 1));
        var notices = await endpoint.TakenAsync("event-notification", 3);
        Assert.Equal(("requested", "0"), (Notices.Parameter(handshake, "status"), Notices.Parameter(handshake, "events-since-subscription-start")));
        Assert.Equal([("1", "a"), ("2", "a"), ("3", "a")], notices.SelectMany(Notices.Events).Select(one => (one.Number, one.Focus!.Split('/')[^1])));
        Assert.Equal(["PUT 201", "PUT 200", "DELETE 204"], notices.Select(notice => $"{notice["entry"]![1]!["request"]!["method"]} {notice["entry"]![1]!["response"]!["status"]}"));
        Assert.All(endpoint.All, one => Assert.Equal(("Bearer secret", "a b", "application/fhir+json"), (one.Headers["Authorization"], one.Headers["X-Own"], one.ContentType)));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(int.MaxValue)]
    public async Task Any_time_limit_of_the_subscriber_is_understood(int seconds)
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();

        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address, Timeout = seconds });
        await fhir.OrderAsync("a");

        Assert.Single(await endpoint.TakenAsync("event-notification", 1));
    }

    [Fact]
    public async Task A_notice_has_the_shape_of_the_guide()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server(("Rest:PublicBase", "https://fhir.example.org/r4"));
        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address });
        await fhir.OrderAsync("a");

        var notice = (await endpoint.TakenAsync("event-notification", 1))[0];

        Assert.Equal(("Bundle", "history"), ((string?)notice["resourceType"], (string?)notice["type"]));
        var status = Notices.Status(notice);
        Assert.Equal(("Parameters", Status), ((string?)status["resourceType"], (string?)status["meta"]!["profile"]![0]));
        Assert.Equal("https://fhir.example.org/r4/Subscription/sub", Notices.Parameter(notice, "subscription"));
        Assert.Equal(SubscriptionText.TopicUrl("medication-request-changed"), Notices.Parameter(notice, "topic"));
        Assert.Equal(("active", "1"), (Notices.Parameter(notice, "status"), Notices.Parameter(notice, "events-since-subscription-start")));
        Assert.Equal("https://fhir.example.org/r4/Subscription/sub/$status", (string?)notice["entry"]![0]!["request"]!["url"]);
        Assert.All(notice["entry"]!.AsArray(), entry => Assert.True(entry!["request"]!["method"] is not null && entry["response"]!["status"] is not null));
        Assert.Equal("https://fhir.example.org/r4/MedicationRequest/a", (string?)notice["entry"]![1]!["fullUrl"]);
    }

    [Theory]
    [InlineData("empty", false, 1)]
    [InlineData("id-only", false, 2)]
    [InlineData("full-resource", true, 3)]
    public async Task Each_content_tells_no_more_than_it_may(string content, bool isResourceSent, int entries)
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.StoreAsync("""{"resourceType":"Patient","id":"p1","active":true}""");
        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address, Content = content });
        await fhir.OrderAsync("a");

        var notice = (await endpoint.TakenAsync("event-notification", 1))[0];

        Assert.Equal(entries, notice["entry"]!.AsArray().Count);
        Assert.Equal(content == "empty", Notices.Events(notice).Single().Focus is null);
        Assert.Equal(content == "empty", !notice.ToJsonString().Contains("MedicationRequest/a", StringComparison.Ordinal));
        Assert.Equal(isResourceSent, entries > 1 && notice["entry"]![1]!["resource"] is not null);
        if (isResourceSent) Assert.Equal("Patient", (string?)notice["entry"]![2]!["resource"]!["resourceType"]);
    }

    [Fact]
    public async Task XML_is_sent_when_asked_for()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();

        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address, Payload = "application/fhir+xml", Content = "full-resource" });
        await fhir.OrderAsync("a");
        await Until.TrueAsync(() => endpoint.Taken.Count >= 2, "two notices");

        var last = endpoint.Taken.Last();
        Assert.Equal("application/fhir+xml", last.ContentType);
        Assert.Equal(XName.Get("Bundle", "http://hl7.org/fhir"), XDocument.Parse(last.Text).Root!.Name);
        Assert.Contains("<MedicationRequest", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_handshake_is_an_error_until_the_subscriber_asks_again()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        await using var other = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server(("Subscriptions:Concurrency", "1"));
        endpoint.Status = _ => 500;
        var text = new SubscriptionText { Endpoint = endpoint.Address };

        var failed = await fhir.SubscribeAsync(text, "error");
        await fhir.SubscribeAsync(new() { Id = "told-later", Endpoint = other.Address });
        endpoint.Status = _ => 200;
        await fhir.OrderAsync("lost");

        // What is due is done one by one, the same event in the order of ids: whoever comes behind it has been told.
        await other.TakenAsync("event-notification", 1);
        var tries = endpoint.All.Count;
        await fhir.SubscribeAsync(text);
        await fhir.OrderAsync("a");

        Assert.Equal("The handshake failed: HTTP status 500.", (string?)failed["error"]);
        Assert.Equal(1, tries);
        Assert.Equal("a", (await endpoint.TakenAsync("event-notification", 1))[0]["entry"]![1]!["fullUrl"]!.ToString().Split('/')[^1]);
    }

    [Fact]
    public async Task Filters_must_all_hold_and_criteria_of_the_topic_too()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(new()
        {
            Endpoint = endpoint.Address,
            Topic = SubscriptionText.TopicUrl("naltrexone-ordered"),
            Filters = ["MedicationRequest?patient=Patient/p1"],
        });

        await fhir.OrderAsync("other-patient", patient: "p2");
        await fhir.OrderAsync("other-drug", code: "161");
        await fhir.OrderAsync("draft", status: "draft");
        await fhir.OrderAsync("draft");
        await fhir.OrderAsync("draft", status: "stopped");
        await fhir.OrderAsync("at-once");

        await Until.TrueAsync(() => endpoint.Taken.Where(one => one.Type == "event-notification").Sum(one => Notices.Events(one.Bundle!).Count) >= 2, "two events");
        var events = (await endpoint.TakenAsync("event-notification", 1)).SelectMany(Notices.Events).Select(one => one.Focus!.Split('/')[^1]);
        Assert.Equal(["draft", "at-once"], events);
    }

    [Fact]
    public async Task Failed_notices_come_again_in_order_and_numbers_grow_meanwhile()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address, MaxCount = 1 });
        endpoint.Status = type => type == "event-notification" ? 503 : 200;
        await fhir.OrderAsync("a");
        await Until.TrueAsync(() => endpoint.All.Count >= 2, "a failed notice");
        await fhir.OrderAsync("b");

        var status = await StatusAsync(fhir, "2");
        endpoint.Status = _ => 200;
        var notices = await endpoint.TakenAsync("event-notification", 2);

        Assert.Equal("active", Notices.Parameter(status, "status"));
        Assert.Equal(["1", "2"], notices.SelectMany(Notices.Events).Select(one => one.Number));
        Assert.Equal(["2", "2"], notices.Select(notice => Notices.Parameter(notice, "events-since-subscription-start")));
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_listed_and_can_be_fetched_and_the_subscription_fails()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server(("Subscriptions:DeadLetterHours", "0.0006"));
        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address });
        endpoint.Status = type => type == "event-notification" ? 500 : 200;
        await fhir.OrderAsync("a");

        await fhir.StatusAsync("sub", "error");
        var letters = await fhir.CallAsync("/fhir/Subscription/$dead-letters");
        var dead = await fhir.CallAsync("/fhir/Subscription/sub/$events?dead=true&content=full-resource");
        endpoint.Status = _ => 200;
        await fhir.OrderAsync("while-failed");
        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address });

        Assert.Equal("1", (string?)letters["parameter"]![0]!["valueString"]);
        Assert.Equal(("query-event", "error"), (Notices.Parameter(dead, "type"), Notices.Parameter(dead, "status")));
        Assert.Equal("a", (string?)dead["entry"]![1]!["resource"]!["id"]);
        Assert.Equal("2", Notices.Events((await endpoint.TakenAsync("event-notification", 1))[0]).Single().Number);
    }

    [Fact]
    public async Task Heartbeats_come_when_asked_for_and_only_then()
    {
        await using var asked = await FakeEndpoint.StartAsync();
        await using var silent = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(new() { Id = "silent", Endpoint = silent.Address });
        await fhir.SubscribeAsync(new() { Id = "asked", Endpoint = asked.Address, Heartbeat = 1 });

        var beats = await asked.TakenAsync("heartbeat", 2);

        Assert.All(beats, beat => Assert.Single(beat["entry"]!.AsArray()));
        Assert.Equal(["handshake"], silent.All.Select(one => one.Type));
    }

    [Fact]
    public async Task A_subscription_ends_at_its_end_and_when_the_subscriber_says_off()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(new() { Id = "ending", Endpoint = endpoint.Address, Heartbeat = 1, End = DateTimeOffset.UtcNow.AddSeconds(3).ToString("O") });
        await fhir.StatusAsync("ending", "off");
        await fhir.SubscribeAsync(new() { Id = "stopped", Endpoint = endpoint.Address });
        await fhir.StoreAsync(new SubscriptionText { Id = "stopped", Status = "off", Endpoint = endpoint.Address }.ToString());
        await fhir.OrderAsync("a");
        await fhir.SubscribeAsync(new() { Id = "last", Endpoint = endpoint.Address });

        Assert.DoesNotContain("event-notification", endpoint.All.Select(one => one.Type));
    }

    [Fact]
    public async Task Status_is_told_of_one_and_of_many()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(new() { Id = "good", Endpoint = endpoint.Address });
        endpoint.Status = _ => 500;
        await fhir.SubscribeAsync(new() { Id = "bad", Endpoint = endpoint.Address }, "error");

        var one = await fhir.CallAsync("/fhir/Subscription/bad/$status");
        var failed = await fhir.CallAsync("/fhir/Subscription/$status?status=error");
        var named = await fhir.CallAsync("/fhir/Subscription/$status?id=good,bad");

        Assert.Equal(("searchset", "error"), ((string?)one["type"], Notices.Parameter(one, "status")));
        Assert.EndsWith("/Subscription/bad", Notices.Parameter(Assert.Single(failed["entry"]!.AsArray()) is null ? one : failed, "subscription"), StringComparison.Ordinal);
        Assert.Equal(2, named["entry"]!.AsArray().Count);
        using var unknown = await fhir.GetAsync("/fhir/Subscription/nobody/$status");
        await unknown.IssueAsync(404);
    }

    [Fact]
    public async Task Events_are_chosen_by_parameters_of_the_body_of_any_simple_type()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server();
        await fhir.SubscribeAsync(new() { Endpoint = endpoint.Address, MaxCount = 1 });
        await fhir.OrderAsync("a");
        await fhir.OrderAsync("b");
        await endpoint.TakenAsync("event-notification", 2);

        Assert.Equal(["2"], await NumbersAsync(fhir, """{"name":"eventsSinceNumber","valueInteger":2}"""));
        Assert.Equal(["1"], await NumbersAsync(fhir, """{"name":"eventsUntilNumber","valueString":"1"}"""));
        Assert.Empty(await NumbersAsync(fhir, """{"name":"dead","valueBoolean":true}"""));
        using var repeated = await fhir.GetAsync("/fhir/Subscription/sub/$events?content=empty&content=full-resource");
        Assert.Equal("content", (string?)(await repeated.IssueAsync(400))["expression"]![0]);
    }

    private static async Task<IEnumerable<string?>> NumbersAsync(FhirHttp fhir, string parameter)
    {
        using var response = await fhir.PostAsync("/fhir/Subscription/sub/$events", $$"""{"resourceType":"Parameters","parameter":[{{parameter}}]}""");
        return Notices.Events(await response.JsonAsync()).Select(one => one.Number);
    }

    private static async Task<JsonObject> StatusAsync(FhirHttp fhir, string events)
    {
        JsonObject? status = null;
        await Until.TrueAsync(
            async () => Notices.Parameter(status = await fhir.CallAsync("/fhir/Subscription/sub/$status"), "events-since-subscription-start") == events, $"{events} events");
        return status!;
    }
}
