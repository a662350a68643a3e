using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Writes FHIR R4 JSON. A member whose value is null is left out.</summary>
internal static class Fhir
{
    public const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10-cm";
    public const string Local = "https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation";
    public const string OpioidClass = "https://fhirnaltrexone.example.org/fhir/CodeSystem/opioid-exposure-class";

    /// <summary>A resource of the patient; its id is given later.</summary>
    public static JsonObject Resource(string type, params (string Name, JsonNode? Value)[] members)
        => Object([("resourceType", type), ("subject", Object(("reference", "Patient/pt"))), .. members]);

    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
        => new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>A CodeableConcept; text alone when there is no system.</summary>
    public static JsonObject Concept(string? system, string code) => system is null
        ? Object(("text", code))
        : Object(("coding", List(Object(("system", system), ("code", code), ("display", code)))));

    public static JsonArray List(params JsonNode?[] items) => new(items);

    public static JsonObject Quantity(decimal value, string unit)
        => Object(("value", value), ("unit", unit), ("system", "http://unitsofmeasure.org"), ("code", unit));

    public static JsonNode? Text(Moment? moment) => moment is null ? null : JsonValue.Create(moment.ToString());

    /// <summary>A Period; null when both ends are open.</summary>
    public static JsonObject? Period(Moment? start, Moment? end)
        => start is null && end is null ? null : Object(("start", Text(start)), ("end", Text(end)));

    /// <summary>A CodeableConcept of words alone; null without any.</summary>
    public static JsonObject? Words(string? text) => text is null ? null : Concept(null, text);

    /// <summary>One Dosage with bounds, route, how often, how much and where.</summary>
    public static JsonArray Dosage(JsonObject? bounds, string? route, string periodUnit = "d", decimal? dose = 1500, string? site = null) => List(Object(
        ("timing", Object(("repeat", Object(("boundsPeriod", bounds), ("frequency", 1), ("period", 1), ("periodUnit", periodUnit))))),
        ("site", Words(site)),
        ("route", route is null ? null : Concept(Snomed, route)),
        ("doseAndRate", dose is null ? null : List(Object(("doseQuantity", Quantity(dose.Value, "mg")))))));
}
