using System.Text.Json;
using FhirNaltrexone.Server.Fhir;

namespace FhirNaltrexone.Server.Operations;

/// <summary>The simple parameters of a call, from its URL and from Parameters in its body alike.</summary>
internal static class OperationParameters
{
    private const string Value = "value";

    /// <summary>Names and values as text, in order. References give the text of the reference; parameters with parts are left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(OperationCall call)
        => [.. call.Query.Where(pair => pair.Key is not ("_format" or "_pretty")), .. InBody(call).SelectMany(Simple)];

    /// <summary>The parameters of the body as they are.</summary>
    public static IReadOnlyList<JsonElement> InBody(OperationCall call)
        => call.Content is { Type: "Parameters" } content
            && content.Root.TryGetProperty("parameter", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)]
                : [];

    /// <summary>Name of a parameter or part.</summary>
    public static string Name(JsonElement parameter)
        => parameter.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : string.Empty;

    /// <summary>Value of a parameter or part as text; null when it has none.</summary>
    public static string? Text(JsonElement parameter)
    {
        foreach (var member in parameter.EnumerateObject().Where(member => member.Name.StartsWith(Value, StringComparison.Ordinal)))
        {
            if (member.Value.ValueKind == JsonValueKind.String) return member.Value.GetString();
            if (member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) return member.Value.GetRawText();
            if (member.NameEquals("valueReference") && member.Value.TryGetProperty("reference", out var reference)) return reference.GetString();
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Simple(JsonElement parameter)
        => Text(parameter) is { } text ? [new(Name(parameter), text)] : [];
}
