using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>A Subscription as a client writes it.</summary>
internal sealed record SubscriptionText
{
    private const string Profiles = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    public string Id { get; init; } = "sub";

    public string Status { get; init; } = "requested";

    public string Topic { get; init; } = "https://fhirnaltrexone.example.org/fhir/SubscriptionTopic/medication-request-changed";

    public IReadOnlyList<string> Filters { get; init; } = [];

    public string Channel { get; init; } = "rest-hook";

    public string? Endpoint { get; init; }

    public string Payload { get; init; } = "application/fhir+json";

    public string? Content { get; init; } = "id-only";

    public IReadOnlyList<string> Headers { get; init; } = [];

    public int? Heartbeat { get; init; }

    public int? Timeout { get; init; }

    public int? MaxCount { get; init; }

    public string? End { get; init; }

    public static string TopicUrl(string id) => $"https://fhirnaltrexone.example.org/fhir/SubscriptionTopic/{id}";

    public override string ToString()
    {
        var channel = new JsonObject { ["type"] = Channel, ["payload"] = Payload };
        if (Endpoint is not null) channel["endpoint"] = Endpoint;
        if (Content is not null) channel["_payload"] = new JsonObject { ["extension"] = new JsonArray(Extension("backport-payload-content", "valueCode", Content)) };
        if (Headers.Count > 0) channel["header"] = new JsonArray([.. Headers.Select(header => (JsonNode)header)]);
        JsonObject[] extensions =
        [
            .. Heartbeat is { } seconds ? [Extension("backport-heartbeat-period", "valueUnsignedInt", seconds)] : Array.Empty<JsonObject>(),
            .. Timeout is { } limit ? [Extension("backport-timeout", "valueUnsignedInt", limit)] : Array.Empty<JsonObject>(),
            .. MaxCount is { } count ? [Extension("backport-max-count", "valuePositiveInt", count)] : Array.Empty<JsonObject>(),
        ];
        if (extensions.Length > 0) channel["extension"] = new JsonArray([.. extensions]);
        var subscription = new JsonObject
        {
            ["resourceType"] = "Subscription",
            ["id"] = Id,
            ["status"] = Status,
            ["reason"] = "test",
            ["criteria"] = Topic,
            ["channel"] = channel,
        };
        if (End is not null) subscription["end"] = End;
        if (Filters.Count > 0)
            subscription["_criteria"] = new JsonObject { ["extension"] = new JsonArray([.. Filters.Select(filter => (JsonNode)Extension("backport-filter-criteria", "valueString", filter))]) };
        return subscription.ToJsonString();
    }

    private static JsonObject Extension(string name, string member, JsonNode value) => new JsonObject { ["url"] = Profiles + name, [member] = value };
}
