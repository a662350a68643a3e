using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>A chart as text, so that it outlives the call.</summary>
internal sealed record SeenChart(
    string Hook,
    DateTimeOffset Now,
    string Scope,
    string PatientId,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> Drafts,
    IReadOnlyList<string> DraftsAsSent,
    IReadOnlyList<string> Appointments,
    IReadOnlyList<string> Selections,
    IReadOnlyList<string> Unread)
{
    /// <summary><c>Type/id</c> of every stored resource, sorted.</summary>
    public IReadOnlyList<string> Keys => [.. Resources.Select(Key).Order(StringComparer.Ordinal)];

    public JsonNode Resource(string key) => JsonNode.Parse(Resources.Single(text => Key(text) == key))!;

    private static string Key(string text)
    {
        var node = JsonNode.Parse(text)!;
        return $"{node["resourceType"]}/{node["id"]}";
    }
}
