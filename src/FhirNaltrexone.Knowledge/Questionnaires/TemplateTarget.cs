using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>Which template is filled, and what is done with the result: the extension templateExtract.</summary>
/// <param name="Id">Id of the contained template.</param>
/// <param name="Expressions">What it says besides, as FHIRPath, by name.</param>
internal sealed record TemplateTarget(string Id, IReadOnlyDictionary<string, string> Expressions)
{
    private static readonly string[] Conditions = ["ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist"];

    /// <summary>Whether it says nothing of how the record is found again; then this server sees to it.</summary>
    public bool IsPlain => Expressions.Count == 0;

    /// <summary>Reads the extension.</summary>
    public static TemplateTarget Read(JsonElement extension)
    {
        var parts = extension.Items("extension").ToLookup(part => part.Text("url") ?? "");
        var reference = parts["template"].Select(part => part.TryGetProperty("valueReference", out var value) ? value.Text("reference") : null).FirstOrDefault();
        var expressions = Conditions.Append("resourceId").Append("fullUrl")
            .Select(name => (Name: name, Text: parts[name].Select(part => part.Text("valueString")).FirstOrDefault()))
            .Where(part => part.Text is not null);
        return new(reference?.TrimStart('#') ?? "", expressions.ToDictionary(part => part.Name, part => part.Text!));
    }

    /// <summary>The template; null when the questionnaire does not contain it.</summary>
    public JsonElement? Find(JsonElement questionnaire)
        => questionnaire.Items("contained").FirstOrDefault(one => one.Text("id") == Id && one.Text("resourceType") is not null) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The record of a filled template, as the extension says; null, and an issue, when that cannot be told.</summary>
    public ExtractedRecord? Record(JsonObject resource, Guid id, ResponseNode node, FormExpressions expressions, List<Issue> issues)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (name, expression) in Expressions)
        {
            var result = expressions.Evaluate(expression, FormExpressions.ElementOf(node));
            if (result.Values is [var value]) texts[name] = value.ToString();
            else if (result.Error is not null || result.Values.Count > 1) issues.Add(new(IssueCodes.Processing, $"The {name} of the template {Id} cannot be computed: {result.Error?.Text ?? "it gives more than one value."}", node.Place));
        }

        var type = resource["resourceType"]!.GetValue<string>();
        var hasId = texts.TryGetValue("resourceId", out var own);
        if (hasId) resource["id"] = own;
        return new(id, hasId ? "PUT" : "POST", hasId ? $"{type}/{own}" : type, resource, node.Place)
        {
            FullUrl = texts.GetValueOrDefault("fullUrl"),
            Conditions = [.. Conditions.Where(texts.ContainsKey).Select(name => KeyValuePair.Create(name, texts[name]))],
        };
    }
}
