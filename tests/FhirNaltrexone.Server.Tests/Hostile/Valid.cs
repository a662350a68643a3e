using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>The good request that the cases break: everything was read and the rules have nothing to say, so that any card comes of the damage.</summary>
internal static class Valid
{
    public const string File = "scenarios/S002.json";

    /// <summary>The draft order.</summary>
    public const string Draft = "context.draftOrders.entry[0].resource";

    /// <summary>The ALT result: the first of three results of liver tests.</summary>
    public const string Alt = "prefetch.liverTests.entry[0].resource";

    private const int PlaceholderLength = 4;

    private static readonly Lazy<JsonArray> Services = new(ReadServices);
    private static readonly Lazy<string> Text = new(() => ConformanceCall.To(ConformanceCall.StartSafety, Services.Value, File)!.ToJsonString());

    /// <summary>The request.</summary>
    public static JsonObject Request() => JsonNode.Parse(Text.Value)!.AsObject();

    /// <summary>Its keys.</summary>
    public static IEnumerable<string> Keys() => Request()["prefetch"]!.AsObject().Select(member => member.Key);

    /// <summary>The request with JSON text that no tree can hold at one place.</summary>
    public static string WithRaw(string path, string json)
    {
        var placeholder = new string('@', PlaceholderLength);
        return Request().With(path, placeholder).ToJsonString().Replace($"\"{placeholder}\"", json, StringComparison.Ordinal);
    }

    /// <summary>The request with more conditions of the patient.</summary>
    public static JsonObject WithConditions(int count, Func<int, JsonObject>? make = null)
    {
        var conditions = Enumerable.Range(0, count).Select(i => make?.Invoke(i) ?? new JsonObject { ["resourceType"] = "Condition", ["id"] = $"c{i}" });
        return Request().With("prefetch.more", Call.Bundle([.. conditions]));
    }

    /// <summary>Resources of the request, as the limit counts them.</summary>
    public static int ResourceCount()
        => 1 + Request()["prefetch"]!.AsObject().Sum(member => member.Value?["entry"]?.AsArray().Count ?? 1);

    private static JsonArray ReadServices()
    {
        using var server = new TestServer { HasRealContent = true };
        return JsonNode.Parse(server.CreateClient().GetStringAsync("/cds-services").GetAwaiter().GetResult())!["services"]!.AsArray();
    }
}
