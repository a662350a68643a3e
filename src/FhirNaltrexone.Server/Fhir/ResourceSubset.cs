using System.Text.Json;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>
/// The part of resources a client asks for by <c>_summary</c> or <c>_elements</c> (FHIR R4, search). What must be there stays, and a tag says that
/// the resource is not whole, so that nobody stores it back.
/// </summary>
/// <param name="mode">Value of <c>_summary</c>.</param>
/// <param name="elements">Values of <c>_elements</c>; when there are any, the mode has no meaning.</param>
internal sealed class ResourceSubset(SummaryMode mode, IReadOnlyList<string> elements)
{
    private const string TagSystem = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private const string TagCode = "SUBSETTED";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Nesting.Answer };

    /// <summary>Whole resources.</summary>
    public static ResourceSubset Whole { get; } = new(SummaryMode.False, []);

    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole => mode is SummaryMode.False or SummaryMode.Count && elements.Count == 0;

    /// <summary>Writes the part of a resource.</summary>
    /// <param name="json">Receives one object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="resource">The whole resource as UTF-8 JSON.</param>
    public void Write(Utf8JsonWriter json, string type, ReadOnlyMemory<byte> resource)
    {
        if (IsWhole)
        {
            json.WriteRawValue(resource.Span, skipInputValidation: true);
            return;
        }

        using var document = JsonDocument.Parse(resource, Options);
        var root = document.RootElement;
        json.WriteStartObject();
        json.WriteString("resourceType"u8, type);
        if (root.TryGetProperty("id"u8, out var id)) json.WriteString("id"u8, id.GetString());
        WriteMeta(json, root);
        var model = SummaryModel.Of(type);
        foreach (var member in root.EnumerateObject().Where(member => member.Name is not ("resourceType" or "id" or "meta")))
        {
            if (IsWanted(type, model, member.Name)) WriteMember(json, model, member);
        }

        json.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter json, JsonElement root)
    {
        json.WriteStartObject("meta"u8);
        var hasMeta = root.TryGetProperty("meta"u8, out var meta);
        foreach (var member in hasMeta ? meta.EnumerateObject().Where(member => member.Name != "tag") : [])
        {
            member.WriteTo(json);
        }

        json.WriteStartArray("tag"u8);
        if (hasMeta && meta.TryGetProperty("tag"u8, out var tags))
        {
            foreach (var tag in tags.EnumerateArray()) tag.WriteTo(json);
        }

        json.WriteStartObject();
        json.WriteString("system"u8, TagSystem);
        json.WriteString("code"u8, TagCode);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private bool IsWanted(string type, SummaryModel model, string name)
    {
        var facts = model.Find(name);
        if (facts?.IsMandatory == true || name is "implicitRules" or "_implicitRules") return true;
        if (elements.Count > 0) return elements.Any(element => Names(element, type, name, facts));
        return mode switch
        {
            SummaryMode.Text => name == "text",
            SummaryMode.Data => name != "text",
            _ => facts?.IsSummary == true,
        };
    }

    private static bool Names(string element, string type, string name, SummaryElement? facts)
    {
        var text = element.StartsWith($"{type}.", StringComparison.Ordinal) ? element[(type.Length + 1)..] : element;
        text = text.EndsWith("[x]", StringComparison.Ordinal) ? text[..^3] : text;
        return text == facts?.Name || text == name;
    }

    private void WriteMember(Utf8JsonWriter json, SummaryModel model, JsonProperty member)
    {
        json.WritePropertyName(member.Name);
        if (mode == SummaryMode.True && elements.Count == 0) WriteSummary(json, model.Find(member.Name)?.Members, member.Value);
        else member.Value.WriteTo(json);
    }

    private static void WriteSummary(Utf8JsonWriter json, SummaryModel? model, JsonElement value)
    {
        if (model is null || !value.ValueKind.Equals(JsonValueKind.Object) && value.ValueKind != JsonValueKind.Array)
        {
            value.WriteTo(json);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var item in value.EnumerateArray()) WriteSummary(json, model, item);
            json.WriteEndArray();
        }
        else
        {
            WriteSummaryObject(json, model, value);
        }
    }

    private static void WriteSummaryObject(Utf8JsonWriter json, SummaryModel model, JsonElement value)
    {
        var kept = value.EnumerateObject().Where(member => IsSummary(model.Find(member.Name))).ToList();
        if (kept.Count == 0)
        {
            // An element without content would be no FHIR.
            value.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var member in kept)
        {
            json.WritePropertyName(member.Name);
            WriteSummary(json, model.Find(member.Name)?.Members, member.Value);
        }

        json.WriteEndObject();
    }

    private static bool IsSummary(SummaryElement? facts) => facts is { IsSummary: true } or { IsMandatory: true } or { Name: "id" };
}
