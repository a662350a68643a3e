using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Reads answers.</summary>
internal static class Replies
{
    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response)
        => JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    public static string? Header(this HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Asserts the status of an OperationOutcome and gives its first issue.</summary>
    public static async Task<JsonObject> IssueAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        var outcome = JsonNode.Parse(text)!;
        Assert.Equal("OperationOutcome", (string?)outcome["resourceType"]);
        return outcome["issue"]![0]!.AsObject();
    }

    /// <summary>Ids of the resources of a bundle, in order.</summary>
    public static IReadOnlyList<string> Ids(this JsonObject bundle, string mode = "match")
        => [.. (bundle["entry"]?.AsArray() ?? []).Where(entry => (string?)entry!["search"]!["mode"] == mode).Select(entry => (string)entry!["resource"]!["id"]!)];

    public static string? Link(this JsonObject bundle, string relation)
        => (string?)bundle["link"]!.AsArray().FirstOrDefault(link => (string?)link!["relation"] == relation)?["url"];
}
