using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>Reads notices.</summary>
internal static class Notices
{
    /// <summary>A value of the status in the first entry.</summary>
    public static string? Parameter(JsonObject bundle, string name) => Value(Status(bundle)["parameter"]!.AsArray(), name);

    /// <summary>The status in the first entry.</summary>
    public static JsonObject Status(JsonObject bundle) => bundle["entry"]![0]!["resource"]!.AsObject();

    /// <summary>The events: number and focus.</summary>
    public static IReadOnlyList<(string? Number, string? Focus)> Events(JsonObject bundle)
        => [.. Status(bundle)["parameter"]!.AsArray().Where(one => (string?)one!["name"] == "notification-event")
            .Select(one => one!["part"]!.AsArray()).Select(parts => (Value(parts, "event-number"), Value(parts, "focus")))];

    private static string? Value(JsonArray parameters, string name)
        => parameters.FirstOrDefault(one => (string?)one!["name"] == name)?.AsObject()
            .Where(member => member.Key.StartsWith("value", StringComparison.Ordinal))
            .Select(member => member.Value is JsonObject reference ? (string?)reference["reference"] : (string?)member.Value)
            .SingleOrDefault();
}
