using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>An answer as the value of an Observation (Structured Data Capture, observation-based extraction). Partial dates keep their precision.</summary>
internal static class ObservedValue
{
    private const string Unit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

    /// <summary>The member <c>value[x]</c> of the Observation; null when the answer has no value, or one an Observation cannot have.</summary>
    public static KeyValuePair<string, JsonNode>? Of(FormItem item, JsonElement answer)
    {
        if (answer.Choice("value") is not { } value) return null;
        var copy = JsonNode.Parse(value.Value.GetRawText())!;
        return value.Name switch
        {
            "valueInteger" when UnitOf(item) is null => new("valueInteger", copy),
            "valueInteger" or "valueDecimal" => new("valueQuantity", Quantity(copy, UnitOf(item))),
            "valueBoolean" or "valueString" or "valueTime" or "valueQuantity" or "valueDateTime" => new(value.Name, copy),
            "valueDate" => new("valueDateTime", copy),
            "valueUri" => new("valueString", copy),
            "valueCoding" => new("valueCodeableConcept", new JsonObject { ["coding"] = new JsonArray(copy) }),
            _ => null,
        };
    }

    private static JsonElement? UnitOf(FormItem item)
        => item.Source.Extensions(Unit).FirstOrDefault() is { ValueKind: JsonValueKind.Object } extension && extension.TryGetProperty("valueCoding", out var unit) ? unit : null;

    private static JsonObject Quantity(JsonNode number, JsonElement? unit)
    {
        var quantity = new JsonObject { ["value"] = number };
        if (unit is not { } given) return quantity;
        if ((given.Text("display") ?? given.Text("code")) is { } display) quantity["unit"] = display;
        if (given.Text("system") is { } system) quantity["system"] = system;
        if (given.Text("code") is { } code) quantity["code"] = code;
        return quantity;
    }
}
