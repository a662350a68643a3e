using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations;

/// <summary>The simple parameters of a call, from its URL and from Parameters in its body alike.</summary>
internal static class OperationParameters
{
    private const string Value = "value";
    private const int MaxName = 60;

    /// <summary>
    /// Names and values as text, in order. References give the text of the reference. A parameter that cannot be read is refused: without it the answer
    /// would be another one, and most often a larger one.
    /// </summary>
    public static Reading<KeyValuePair<string, string>[]> Read(OperationCall call)
    {
        if (call.Content is { Type: not "Parameters" }) return new Refusal(400, IssueCodes.Invalid, "The body must be Parameters.");
        List<KeyValuePair<string, string>> given = [.. call.Query.Where(pair => pair.Key is not ("_format" or "_pretty"))];
        List<Issue> issues = [];
        foreach (var parameter in InBody(call))
        {
            var name = Name(parameter);
            if (Text(parameter) is { Length: > 0 } text) given.Add(new(name, text));
            else issues.Add(new(IssueCodes.Value, "This parameter must be a simple value, or a Reference with a reference.", name.Length is > 0 and <= MaxName ? name : null));
        }

        return issues.Count > 0 ? new Refusal(400, issues) : given.ToArray();
    }

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
            if (member.NameEquals("valueReference")) return FhirJson.Text(member.Value, "reference"u8);
        }

        return null;
    }
}
