using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>
/// Fills a template with answers (Structured Data Capture, template-based extraction): an element with templateExtractContext is repeated for each
/// item its expression finds, one with templateExtractValue gets what its expression gives; where that is nothing, the element is left out.
/// </summary>
/// <param name="expressions">Evaluates FHIRPath about the response.</param>
/// <param name="template">The contained resource.</param>
internal sealed class TemplateFilling(FormExpressions expressions, JsonElement template)
{
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    private const string Context = Sdc + "templateExtractContext";
    private const string Value = Sdc + "templateExtractValue";
    private const int MaxElements = 20_000;

    private readonly List<string> _problems = [];
    private int _count;

    /// <summary>Why elements could not be filled.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The resources that the template gives for a part of the response.</summary>
    /// <param name="focus">The item, or the response.</param>
    public IEnumerable<JsonObject> Fill(in FhirElement focus)
        => [.. Complex(template, focus).OfType<JsonObject>().Where(resource => resource.Count > 1).Select(Finish)];

    // The id of the template is not that of what comes of it.
    private static JsonObject Finish(JsonObject resource)
    {
        resource.Remove("id");
        return resource;
    }

    private List<JsonNode> Complex(JsonElement element, FhirElement focus)
    {
        if (Expression(element, Context) is not { } expression) return InContext(element, focus);
        return [.. Evaluate(expression, focus).SelectMany(item => InContext(element, item.Kind == FhirPathKind.Element ? item.Element : focus))];
    }

    private List<JsonNode> InContext(JsonElement element, FhirElement focus)
    {
        if (Expression(element, Value) is { } expression) return [.. Evaluate(expression, focus).Select(Json).OfType<JsonNode>()];
        var result = new JsonObject();
        if (++_count > MaxElements) Problem($"It would have more than {MaxElements} elements.");
        else Members(element, focus, result);
        return result.Count > 0 ? [result] : [];
    }

    private void Members(JsonElement element, in FhirElement focus, JsonObject result)
    {
        foreach (var member in element.EnumerateObject())
        {
            var name = member.Name.TrimStart('_');
            if (result.ContainsKey(name) || (member.Name != name && element.TryGetProperty(name, out _))) continue;
            element.TryGetProperty(name, out var value);
            element.TryGetProperty("_" + name, out var companion);
            if (value.ValueKind == JsonValueKind.Array || companion.ValueKind == JsonValueKind.Array) Put(result, name, Repeated(name, value, companion, focus));
            else Single(result, name, value, companion, focus);
        }
    }

    private void Single(JsonObject result, string name, JsonElement value, JsonElement companion, in FhirElement focus)
    {
        var values = One(value, companion, focus);
        if (values.Count > 1) Problem($"{name} takes one value, but there are {values.Count}.");
        if (values.Count > 0) result[name] = values[0];
        if (Rest(companion) is { } rest) result["_" + name] = rest;
    }

    private List<JsonNode> Repeated(string name, JsonElement value, JsonElement companion, FhirElement focus)
    {
        var (values, companions) = (Items(value), Items(companion));
        return
        [
            .. Enumerable.Range(0, Math.Max(values.Count, companions.Count))
                .Where(index => name != "extension" || !IsDirective(values[index]))
                .SelectMany(index => One(values.ElementAtOrDefault(index), companions.ElementAtOrDefault(index), focus)),
        ];
    }

    /// <summary>What one element gives: a primitive is filled by what stands in its companion.</summary>
    private List<JsonNode> One(JsonElement value, JsonElement companion, in FhirElement focus)
    {
        if (value.ValueKind == JsonValueKind.Object) return Complex(value, focus);
        if (Expression(companion, Value) is { } expression) return [.. Evaluate(expression, focus).Select(Json).OfType<JsonNode>()];
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? [] : [JsonNode.Parse(value.GetRawText())!];
    }

    private static void Put(JsonObject result, string name, List<JsonNode> values)
    {
        if (values.Count > 0) result[name] = new JsonArray([.. values]);
    }

    private static List<JsonElement> Items(JsonElement array) => array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static bool IsDirective(JsonElement extension) => extension.Text("url") is Context or Value;

    /// <summary>What a companion holds besides directives; null for nothing.</summary>
    private static JsonObject? Rest(JsonElement companion)
    {
        if (companion.ValueKind != JsonValueKind.Object) return null;
        var rest = JsonNode.Parse(companion.GetRawText())!.AsObject();
        var kept = companion.Items("extension").Where(extension => !IsDirective(extension)).Select(extension => JsonNode.Parse(extension.GetRawText())).ToArray();
        rest.Remove("extension");
        if (kept.Length > 0) rest["extension"] = new JsonArray(kept);
        return rest.Count > 0 ? rest : null;
    }

    private static string? Expression(JsonElement element, string url) => element.Extensions(url).Select(extension => extension.Text("valueString")).FirstOrDefault();

    private IReadOnlyList<FhirPathValue> Evaluate(string expression, in FhirElement focus)
    {
        var result = expressions.Evaluate(expression, focus);
        if (result.Error is { } error) Problem(error.Text);
        return result.Values;
    }

    private JsonNode? Json(FhirPathValue value)
    {
        if (value.Kind == FhirPathKind.Element)
            return value.Element.Value.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(value.Element.Value.GetRawText());
        if (value.Boolean is { } truth) return JsonValue.Create(truth);
        if (value.Integer is { } integer) return JsonValue.Create(integer);
        if (value.Number is { } number) return JsonValue.Create(number);
        if (value.Kind is not FhirPathKind.Quantity) return JsonValue.Create(value.ToString());
        Problem("It computes a quantity, which cannot be written here: give its parts.");
        return null;
    }

    private void Problem(string text)
    {
        if (_problems.Count < 10 && !_problems.Contains(text)) _problems.Add(text);
    }
}
