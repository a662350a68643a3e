using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Terminology.Operations;

/// <summary>Reads answers of operations.</summary>
internal static class TerminologyReplies
{
    /// <summary>The value of a parameter or part as text; null when there is none.</summary>
    public static string? Parameter(this JsonNode parameters, string name)
    {
        var found = (parameters["parameter"] ?? parameters["part"])?.AsArray().FirstOrDefault(one => (string?)one!["name"] == name);
        return found?.AsObject().FirstOrDefault(member => member.Key.StartsWith("value", StringComparison.Ordinal)).Value?.ToString();
    }

    /// <summary>The codes of an expansion, what stands below one in parentheses.</summary>
    public static string Codes(this JsonNode valueSet) => List(valueSet["expansion"]!["contains"]);

    private static string List(JsonNode? contains)
        => string.Join(' ', (contains?.AsArray() ?? []).Select(one => (string)one!["code"]! + (one["contains"] is { } below ? $"({List(below)})" : "")));
}
