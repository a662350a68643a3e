using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Writes Consents and provisions.</summary>
internal static class ConsentText
{
    private const string Reasons = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private const string Act = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    public static JsonObject Consent(string id, JsonObject? provision, string patient = "p", string status = "active", string dateTime = "2026-01-01", bool isOfLaw = false, bool isTrusted = true)
    {
        var consent = JsonNode.Parse($$"""
            {"resourceType":"Consent","id":"{{id}}","status":"{{status}}","dateTime":"{{dateTime}}","patient":{"reference":"Patient/{{patient}}"},
             "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"patient-privacy"}]},
             "category":[{"coding":[{"system":"{{Act}}","code":"{{(isOfLaw ? "42CFRPart2CD" : "IDSCL")}}"}]}],
             "policyRule":{"coding":[{"system":"{{Act}}","code":"OPTIN"}]} }
            """)!.AsObject();
        if (provision is not null) consent["provision"] = provision;
        if (isTrusted) consent["meta"] = JsonNode.Parse("""{"tag":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/consent-recorder","code":"trusted"}]}""");
        return consent;
    }

    /// <summary>The consent that the guide for operators writes out, as it is stored by somebody trusted.</summary>
    public static JsonObject OfGuide()
    {
        var guide = Repository.Read("docs/security.md");
        var start = guide.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        var consent = JsonNode.Parse(guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)])!.AsObject();
        consent["meta"] = Consent("x", null)["meta"]!.DeepClone();
        return consent;
    }

    public static JsonObject Provision(string? type, params JsonObject[] exceptions)
    {
        var provision = new JsonObject();
        if (type is not null) provision["type"] = type;
        if (exceptions.Length > 0) provision["provision"] = new JsonArray([.. exceptions]);
        return provision;
    }

    public static JsonObject For(this JsonObject provision, string purpose) => provision.With("purpose", new JsonObject { ["system"] = Reasons, ["code"] = purpose });

    public static JsonObject Labelled(this JsonObject provision, string code) => provision.With("securityLabel", new JsonObject
    {
        ["system"] = code is "N" or "R" or "V" ? "http://terminology.hl7.org/CodeSystem/v3-Confidentiality" : Act,
        ["code"] = code,
    });

    public static JsonObject OfClass(this JsonObject provision, string type)
        => provision.With("class", new JsonObject { ["system"] = "http://hl7.org/fhir/resource-types", ["code"] = type });

    public static JsonObject ToClient(this JsonObject provision, string id) => provision.ToIdentifier("https://fhirnaltrexone.example.org/fhir/sid/client", id);

    public static JsonObject ToClass(this JsonObject provision, string code) => provision.ToIdentifier("https://fhirnaltrexone.example.org/fhir/sid/recipient-class", code);

    public static JsonObject ToIdentifier(this JsonObject provision, string system, string value) => provision.To(new JsonObject
    {
        ["identifier"] = new JsonObject { ["system"] = system, ["value"] = value },
    });

    public static JsonObject ToReference(this JsonObject provision, string reference) => provision.To(new JsonObject { ["reference"] = reference });

    public static JsonObject ToName(this JsonObject provision, string name) => provision.To(new JsonObject { ["display"] = name });

    public static JsonObject With(this JsonObject provision, string list, JsonNode item)
    {
        if (provision[list] is not JsonArray items) provision[list] = items = [];
        items.Add(item);
        return provision;
    }

    private static JsonObject To(this JsonObject provision, JsonObject reference) => provision.With("actor", new JsonObject
    {
        ["role"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", ["code"] = "IRCP" }) },
        ["reference"] = reference,
    });
}
