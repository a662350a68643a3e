using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>What clients may store as Subscription.</summary>
public sealed class ValidationTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private static readonly SubscriptionText Good = new() { Endpoint = "https://app.example.org/hook" };

    public static TheoryData<string, string> Refused => new()
    {
        { "Subscription.criteria", (Good with { Topic = "https://example.org/other" }).ToString() },
        { "Subscription.criteria", (Good with { Topic = "MedicationRequest?status=active" }).ToString() },
        { "Subscription.criteria", (Good with { Topic = Good.Topic + "|9" }).ToString() },
        { "Subscription.criteria.extension[0]", (Good with { Filters = ["MedicationRequest?authoredon=2026"] }).ToString() },
        { "Subscription.criteria.extension[1]", (Good with { Filters = ["MedicationRequest?patient=Patient/1", "Patient?_id=1"] }).ToString() },
        { "Subscription.criteria.extension[0]", (Good with { Filters = ["MedicationRequest?patient.name=x"] }).ToString() },
        { "Subscription.criteria.extension[0]", (Good with { Filters = ["MedicationRequest?patient:Patient.name=x"] }).ToString() },
        { "Subscription.criteria.extension[0]", (Good with { Filters = ["patient=1"] }).ToString() },
        { "Subscription.channel.type", (Good with { Channel = "email" }).ToString() },
        { "Subscription.channel.type", (Good with { Channel = "message" }).ToString() },
        { "Subscription.channel.endpoint", (Good with { Endpoint = null }).ToString() },
        { "Subscription.channel.endpoint", (Good with { Endpoint = "http://app.example.org/hook" }).ToString() },
        { "Subscription.channel.endpoint", (Good with { Endpoint = "https://user:word@app.example.org/hook" }).ToString() },
        { "Subscription.channel.payload", (Good with { Payload = "text/plain" }).ToString() },
        { "Subscription.channel.payload", (Good with { Payload = "application/fhir+json;fhirVersion=5.0" }).ToString() },
        { "Subscription.channel.payload.extension", (Good with { Content = null }).ToString() },
        { "Subscription.channel.payload.extension", (Good with { Content = "all" }).ToString() },
        { "Subscription.channel.header[0]", (Good with { Headers = ["Host: other"] }).ToString() },
        { "Subscription.channel.header[0]", (Good with { Headers = ["no header"] }).ToString() },
        { "Subscription.channel.extension", (Good with { Heartbeat = 1 }).ToString() },
        { "Subscription.end", (Good with { End = "2020-01-01T00:00:00Z" }).ToString() },
        { "Subscription.status", (Good with { Status = "active" }).ToString() },
        { "Subscription.status", (Good with { Status = "error" }).ToString() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_served_is_refused_with_the_element(string expression, string subscription)
    {
        using var response = await shared.WithOwn().PutAsync("/fhir/Subscription/sub", subscription);

        var issue = await response.IssueAsync(422);
        Assert.Equal(expression, (string?)issue["expression"]![0]);
    }

    [Fact]
    public async Task Transactions_and_patches_are_held_to_the_same()
    {
        var fhir = shared.WithOwn();
        await fhir.StoreAsync((Good with { Id = "patched", Status = "off" }).ToString());

        using var patched = await fhir.SendAsync(
            "PATCH", "/fhir/Subscription/patched", """[{"op":"replace","path":"/status","value":"active"}]""", ("Content-Type", "application/json-patch+json"));

        using var transaction = await fhir.PostAsync(
            "/fhir",
            $$"""
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{{Good with { Topic = "https://example.org/other" }}},"request":{"method":"PUT","url":"Subscription/sub"} }]}
            """);

        await patched.IssueAsync(422);
        await transaction.IssueAsync(422);
    }

    [Fact]
    public async Task The_topics_stand_in_the_CapabilityStatement()
    {
        var statement = await shared.WithOwn().CallAsync("/fhir/metadata");

        var subscription = statement["rest"]![0]!["resource"]!.AsArray().Single(one => (string?)one!["type"] == "Subscription")!;
        var urls = subscription["extension"]!.AsArray()
            .Where(one => (string?)one!["url"] == "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/capabilitystatement-subscriptiontopic-canonical")
            .Select(one => (string?)one!["valueCanonical"]);
        Assert.Contains(SubscriptionText.TopicUrl("liver-result"), urls);
        Assert.Contains("events", subscription["operation"]!.AsArray().Select(one => (string?)one!["name"]));
    }

    [Fact]
    public async Task An_address_in_a_private_network_is_not_called()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        using var fhir = SubscriptionBench.Server(("Subscriptions:IsPrivateNetworkAllowed", "false"));

        var subscription = await fhir.SubscribeAsync(Good with { Endpoint = endpoint.Address }, "error");

        Assert.Equal("The handshake failed: address not allowed.", (string?)subscription["error"]);
        Assert.Empty(endpoint.All);
    }

    [Fact]
    public async Task Only_listed_origins_are_called_when_there_is_a_list()
    {
        using var fhir = SubscriptionBench.Server(("Subscriptions:Endpoints:0", "https://app.example.org"));

        using var good = await fhir.PutAsync("/fhir/Subscription/sub", (Good with { Status = "requested" }).ToString());
        using var bad = await fhir.PutAsync("/fhir/Subscription/sub", (Good with { Endpoint = "https://other.example.org/hook" }).ToString());

        Assert.Equal(201, (int)good.StatusCode);
        await bad.IssueAsync(422);
    }
}
