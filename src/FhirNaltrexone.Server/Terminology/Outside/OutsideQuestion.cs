using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Terminology.Operations;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>Puts a call again for another server: each parameter with the type its operation defines. Only parameters of the operation are sent.</summary>
internal static class OutsideQuestion
{
    private static readonly string[] Uris = ["url", "system", "source", "target", "targetsystem"];
    private static readonly string[] Codes = ["code", "codeA", "codeB", "property", "displayLanguage"];
    private static readonly string[] Numbers = ["offset", "count"];
    private static readonly string[] Codings = ["coding", "codingA", "codingB"];

    /// <summary>The Parameters to send. A value set known here is sent whole: the other server need not know it.</summary>
    public static JsonObject Write(CallInput input, TerminologyOperation facts, TerminologyService terminology)
    {
        var parameters = new ParametersJson();
        foreach (var (name, value) in input.Given.Where(one => facts.Known.Contains(one.Name)))
        {
            if (name == "url" && facts.Type == "ValueSet" && terminology.ValueSet(Canonical(input)) is { } set) Add(parameters, "valueSet", set);
            else Add(parameters, name, value);
        }

        return parameters.Resource;
    }

    private static string Canonical(CallInput input)
        => input.Text("valueSetVersion") is { } version ? $"{input.Text("url")}|{version}" : input.Text("url") ?? "";

    private static void Add(ParametersJson parameters, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) parameters.Add(name, Member(name, value), JsonNode.Parse(value.GetRawText()));
        else if (Codings.Contains(name)) parameters.Add(name, "valueCoding", Coding(value.GetString()!));
        else parameters.Add(name, Member(name, value), Simple(name, value));
    }

    private static string Member(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.TryGetProperty("resourceType", out _) ? "resource" : name == "codeableConcept" ? "valueCodeableConcept" : "valueCoding";
        if (Uris.Contains(name)) return "valueUri";
        if (Codes.Contains(name)) return "valueCode";
        if (Numbers.Contains(name)) return "valueInteger";
        return IsFlag(value) ? "valueBoolean" : "valueString";
    }

    // In a URL a number and a flag are texts.
    private static JsonNode? Simple(string name, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return Numbers.Contains(name) || IsFlag(value) ? JsonNode.Parse(text) : text;
    }

    private static bool IsFlag(JsonElement value)
        => value.ValueKind is JsonValueKind.True or JsonValueKind.False || (value.ValueKind == JsonValueKind.String && value.GetString() is "true" or "false");

    private static JsonObject Coding(string text) => text.Split('|') is [var system, var code]
        ? new() { ["system"] = system, ["code"] = code }
        : new() { ["code"] = text };
}
