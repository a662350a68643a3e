using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>A server that looks for changes often, and what tests do with it.</summary>
internal static class SubscriptionBench
{
    public static FhirHttp Server(params IEnumerable<(string Key, string Value)> settings) => new(
    [
        ("Subscriptions:PollMilliseconds", "30"),
        ("Subscriptions:FirstRetrySeconds", "1"),
        ("Subscriptions:QuickRetries", "0"),
        ("Subscriptions:MinHeartbeatSeconds", "1"),
        ("Subscriptions:IsHttpAllowed", "true"),
        ("Subscriptions:IsPrivateNetworkAllowed", "true"),
        .. settings,
    ]);

    /// <summary>Stores a Subscription and waits until the server has said where it stands.</summary>
    public static async Task<JsonObject> SubscribeAsync(this FhirHttp fhir, SubscriptionText subscription, string expected = "active")
    {
        await fhir.StoreAsync(subscription.ToString());
        return await fhir.StatusAsync(subscription.Id, expected);
    }

    /// <summary>Waits for a status and gives the Subscription.</summary>
    public static async Task<JsonObject> StatusAsync(this FhirHttp fhir, string id, string expected)
    {
        JsonObject? found = null;
        await Until.TrueAsync(
            async () =>
            {
                using var response = await fhir.GetAsync($"/fhir/Subscription/{id}");
                found = await response.JsonAsync();
                return (string?)found["status"] == expected;
            },
            $"status {expected}");
        return found!;
    }

    public static Task<JsonObject> OrderAsync(this FhirHttp fhir, string id, string patient = "p1", string status = "active", string code = "7243")
        => fhir.StoreAsync($$"""
            {"resourceType":"MedicationRequest","id":"{{id}}","status":"{{status}}","intent":"order","subject":{"reference":"Patient/{{patient}}"},
             "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{code}}"}]} }
            """);

    public static async Task<JsonObject> CallAsync(this FhirHttp fhir, string path)
    {
        using var response = await fhir.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
