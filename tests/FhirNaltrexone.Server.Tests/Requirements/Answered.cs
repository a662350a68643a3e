using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>One call and what came back.</summary>
internal sealed record Answered(string Service, JsonObject Call, JsonObject Body, string? MediaType, TimeSpan Time)
{
    public IReadOnlyList<JsonObject> Cards => [.. Body["cards"]!.AsArray().Select(card => card!.AsObject())];

    /// <summary>The draft orders by <c>Type/id</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> Drafts => (Call["context"]!["draftOrders"]?["entry"]?.AsArray() ?? [])
        .Select(entry => entry!["resource"]!.AsObject())
        .ToDictionary(draft => $"{draft["resourceType"]}/{draft["id"]}", StringComparer.Ordinal);

    /// <summary>The actions of all its cards.</summary>
    public IEnumerable<JsonObject> Actions => Cards
        .SelectMany(card => AllAnswers.Objects(card, "suggestions"))
        .SelectMany(suggestion => AllAnswers.Objects(suggestion, "actions"));
}
