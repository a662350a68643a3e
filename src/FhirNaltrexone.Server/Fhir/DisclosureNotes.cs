using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>
/// The meta of what is made out of records for an answer: their labels, the notice that goes with sensitive ones, and to those who fall under consents
/// the hint that something may be missing, the same whether it is or not. Nothing of it in an open service.
/// </summary>
internal static class DisclosureNotes
{
    private const string Laws = "http://terminology.hl7.org/CodeSystem/v3-ActUSPrivacyLaw";
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    // What a client that reads entries without meta would still have to see.
    private static readonly string[] Derived = ["Bundle", "CarePlan", "RequestGroup", "Parameters", "MedicationRequest", "ServiceRequest", "Task", "CommunicationRequest"];

    /// <summary>Whether totals are told to the caller of the request under way.</summary>
    public static bool AreTotalsTold => AccessContext.Current is not { Caller.IsUnrestricted: false };

    /// <summary>Writes the member meta of a Bundle; nothing when there is nothing to say.</summary>
    /// <param name="json">Stands within the Bundle.</param>
    /// <param name="resources">The resources it carries.</param>
    /// <param name="profile">The profile the Bundle claims; null for none.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<ReadOnlyMemory<byte>> resources, string? profile = null)
    {
        var meta = Make(resources);
        if (profile is not null) (meta ??= [])["profile"] = new JsonArray(profile);
        if (meta is null) return;
        json.WritePropertyName("meta"u8);
        meta.WriteTo(json);
    }

    /// <summary>An answer of an operation with what is to be said; all that was read for it counts.</summary>
    /// <param name="answer">The answer.</param>
    public static FhirAnswer Add(FhirAnswer answer)
    {
        if (AccessContext.Current is not { Caller.IsUnrestricted: false } context || answer is not { Status: < 300, Body: ResourceBody { Raw: { } raw } }) return answer;
        var resource = JsonNode.Parse(raw.Span)!.AsObject();
        if (!Derived.Contains((string?)resource["resourceType"])) return answer;
        if (Make(context.Disclosed.Select(version => version.Json).Append(raw)) is not { } made) return answer;
        var meta = resource["meta"] as JsonObject ?? [];
        foreach (var list in new[] { "security", "tag" })
        {
            if (made[list] is not JsonArray added) continue;
            var present = meta[list] as JsonArray ?? [];
            foreach (var coding in added.Where(coding => !present.Any(other => IsSame(other, coding)))) present.Add(coding!.DeepClone());
            if (present.Parent is null) meta[list] = present;
        }

        if (meta.Parent is null) resource["meta"] = meta;
        return answer with { Body = new ResourceBody(JsonSerializer.SerializeToUtf8Bytes(resource)) };
    }

    private static bool IsSame(JsonNode? one, JsonNode? other) => (string?)one?["system"] == (string?)other?["system"] && (string?)one?["code"] == (string?)other?["code"];

    private static JsonObject? Make(IEnumerable<ReadOnlyMemory<byte>> resources)
    {
        if (AccessContext.Current is not { Caller.IsUnrestricted: false }) return null;
        var labels = Labels(resources);
        var isSensitive = labels.Any(label => label.System is Systems.ActCode or Laws || label.Code is "R" or "V");
        if (isSensitive) labels.Add((DisclosureTexts.LabelSystem, DisclosureTexts.Label));
        var meta = new JsonObject();
        if (labels.Count > 0) meta["security"] = new JsonArray([.. labels.Select(label => Coding(label.System, label.Code, null))]);
        var tags = new JsonArray(Coding(DisclosureTexts.System, DisclosureTexts.MayBeWithheld, DisclosureTexts.MayBeWithheldText));
        if (isSensitive) tags.Add((JsonNode)Coding(DisclosureTexts.System, DisclosureTexts.Redisclosure, DisclosureTexts.RedisclosureText));
        if (labels.Any(label => label.Code == DisclosureTexts.Part2Label)) tags.Add((JsonNode)Coding(DisclosureTexts.System, DisclosureTexts.Part2, DisclosureTexts.Part2Text));
        meta["tag"] = tags;
        return meta;
    }

    private static JsonObject Coding(string system, string code, string? display)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null) coding["display"] = display;
        return coding;
    }

    /// <summary>All labels, and of the levels of confidentiality the highest.</summary>
    private static SortedSet<(string System, string Code)> Labels(IEnumerable<ReadOnlyMemory<byte>> resources)
    {
        var labels = new SortedSet<(string System, string Code)>();
        foreach (var resource in resources.Where(resource => resource.Span.IndexOf("\"security\""u8) >= 0))
        {
            using var document = JsonDocument.Parse(resource, new JsonDocumentOptions { MaxDepth = Nesting.Answer });
            Walk(document.RootElement, labels);
        }

        return Together(labels);
    }

    /// <summary>Labels of several records in one list: all of them, and of the levels of confidentiality the highest.</summary>
    /// <param name="all">Labels by system and code.</param>
    public static SortedSet<(string System, string Code)> Together(IEnumerable<(string System, string Code)> all)
    {
        var labels = new SortedSet<(string System, string Code)>(all);
        if (labels.Contains((Confidentiality, "V"))) labels.Remove((Confidentiality, "R"));
        if (labels.Contains((Confidentiality, "V")) || labels.Contains((Confidentiality, "R")))
            labels.RemoveWhere(label => label.System == Confidentiality && label.Code is not ("R" or "V"));
        return labels;
    }

    private static void Walk(JsonElement element, SortedSet<(string System, string Code)> labels)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, labels);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member is { Name: "meta", Value.ValueKind: JsonValueKind.Object } && member.Value.TryGetProperty("security", out var codings)) Add(codings, labels);
                else Walk(member.Value, labels);
            }
        }
    }

    private static void Add(JsonElement codings, SortedSet<(string System, string Code)> labels)
    {
        foreach (var coding in codings.ValueKind == JsonValueKind.Array ? codings.EnumerateArray().ToArray() : [])
        {
            if (coding.ValueKind == JsonValueKind.Object && coding.TryGetProperty("system", out var system) && coding.TryGetProperty("code", out var code))
                labels.Add((system.ToString(), code.ToString()));
        }
    }
}
