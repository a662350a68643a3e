using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes the order for the extended-release form, each injection, and the appointments.</summary>
internal static class InjectionRecords
{
    private const string Product = "extendedReleaseNaltrexone";
    private static readonly TimeSpan Visit = TimeSpan.FromMinutes(30);

    public static void Write(PatientFile file)
    {
        var course = file.Course;
        if (course.Injections.Count == 0) return;

        var order = file.AddOnly("MedicationRequest", "injections", Order(file));
        foreach (var injection in course.Injections)
        {
            file.Add("Appointment", "appointment", Appointment(file, "fulfilled", injection.When));
            file.Add("MedicationAdministration", "injection", Administration(file, injection, order));
        }

        foreach (var missed in course.MissedAppointments)
        {
            file.Add("Appointment", "appointment", Appointment(file, "noshow", missed));
        }

        if (course.Ended is null) file.AddOnly("Appointment", "next", Appointment(file, "booked", Next(file)));
    }

    private static DateTimeOffset Next(PatientFile file) => Clinic.NotBefore(file.Course.Anchor + file.Dice.Days("next.days"), file.Dice);

    private static JsonObject Order(PatientFile file)
    {
        var ended = file.Course.Ended;
        var order = Orders.New(file, ended is null ? "active" : "stopped", Product, "intramuscular", file.Course.Injections[0].When);
        var model = file.Dice.Model;
        order = Orders.ForNaltrexone(order, file, model.Number("injection.milligrams"), "d", model.Number("injection.intervalDays"));
        return Orders.Stopped(order, ended?.Reason);
    }

    private static JsonObject Administration(PatientFile file, Injection injection, string order) => new()
    {
        ["meta"] = Labels.OpioidUseDisorder(),
        ["status"] = "completed",
        ["medicationCodeableConcept"] = file.Concept(Product),
        ["subject"] = Reference(file.Patient),
        ["context"] = Reference(file.Visit(injection.When, "Injection")),
        ["effectiveDateTime"] = Instant(injection.When),
        ["performer"] = new JsonArray(new JsonObject { ["actor"] = Reference(file.Practitioner) }),
        ["reasonReference"] = References(file.Condition),
        ["request"] = Reference(order),
        ["dosage"] = new JsonObject
        {
            ["site"] = file.Concept(injection.IsLeft ? "leftButtock" : "rightButtock"),
            ["route"] = file.Concept("intramuscular"),
            ["dose"] = Quantity(file.Dice.Model.Number("injection.milligrams"), "mg"),
        },
    };

    private static JsonObject Appointment(PatientFile file, string status, DateTimeOffset start) => new()
    {
        ["status"] = status,
        ["appointmentType"] = Code("v2-0276", "FOLLOWUP"),
        ["description"] = "Injection visit",
        ["start"] = Instant(start),
        ["end"] = Instant(start + Visit),
        ["participant"] = new JsonArray(
            new JsonObject { ["actor"] = Reference(file.Patient), ["status"] = "accepted" },
            new JsonObject { ["actor"] = Reference(file.Practitioner), ["status"] = "accepted" }),
    };
}
