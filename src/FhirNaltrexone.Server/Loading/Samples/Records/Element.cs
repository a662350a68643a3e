using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Model;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Data types of FHIR R4 as JSON.</summary>
internal static class Element
{
    private const string Ucum = "http://unitsofmeasure.org";

    public static JsonObject Reference(string reference) => new() { ["reference"] = reference };

    public static JsonArray References(params IEnumerable<string> references) => [.. references.Select(Reference)];

    public static JsonObject Text(string text) => new() { ["text"] = text };

    public static JsonObject Coding(string system, string code, string? display = null)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null) coding["display"] = display;
        return coding;
    }

    /// <summary>A CodeableConcept with one code of FHIR's own code systems.</summary>
    public static JsonObject Code(string system, string code) => new() { ["coding"] = new JsonArray(Coding(Hl7System(system), code)) };

    public static JsonObject Concept(SampleConcept concept) => new()
    {
        ["coding"] = new JsonArray([.. concept.Coding.Select(coding => Coding(coding.System, coding.Code, coding.Display))]),
        ["text"] = concept.Text,
    };

    /// <summary>A quantity whose unit is written as its UCUM code.</summary>
    public static JsonObject Quantity(decimal value, string unit)
        => new() { ["value"] = value, ["unit"] = unit, ["system"] = Ucum, ["code"] = unit };

    public static JsonObject Period(DateTimeOffset start, DateTimeOffset? end = null)
    {
        var period = new JsonObject { ["start"] = Instant(start) };
        if (end is { } until) period["end"] = Instant(until);
        return period;
    }

    public static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Address of one of HL7's code systems.</summary>
    public static string Hl7System(string system) => $"http://terminology.hl7.org/CodeSystem/{system}";
}
