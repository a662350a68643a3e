using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Visits and stays.</summary>
internal static class Encounters
{
    private static readonly TimeSpan Visit = TimeSpan.FromMinutes(40);

    /// <summary>A visit to the clinic.</summary>
    public static JsonObject Ambulatory(PatientFile file, DateTimeOffset when, string reason) => Encounter(file, "AMB", when, when + Visit, reason);

    /// <summary>A stay on the ward.</summary>
    public static JsonObject Inpatient(PatientFile file, DateTimeOffset from, DateTimeOffset to, string reason)
        => Encounter(file, "IMP", from, to, reason);

    private static JsonObject Encounter(PatientFile file, string kind, DateTimeOffset from, DateTimeOffset to, string reason) => new()
    {
        ["status"] = "finished",
        ["class"] = Coding(Hl7System("v3-ActCode"), kind),
        ["subject"] = Reference(file.Patient),
        ["participant"] = new JsonArray(new JsonObject { ["individual"] = Reference(file.Practitioner) }),
        ["period"] = Period(from, to),
        ["reasonCode"] = new JsonArray(Text(reason)),
        ["diagnosis"] = new JsonArray(new JsonObject { ["condition"] = Reference(file.Condition) }),
        ["serviceProvider"] = Reference(Staff.Clinic),
    };
}
