using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes naltrexone by mouth: a test dose, the order, what was handed over, what was taken.</summary>
internal static class TabletRecords
{
    private const string TestDose = "oralNaltrexone25";
    private const string Product = "oralNaltrexone50";

    public static void Write(PatientFile file)
    {
        foreach (var phase in file.Course.Tablets)
        {
            var test = Orders.New(file, "completed", TestDose, "oral", phase.Start);
            file.Add("MedicationRequest", "test-dose", Orders.ForNaltrexone(test, file, file.Dice.Model.Number("tablets.testMilligrams"), "d", 1));
            var order = file.Add("MedicationRequest", "tablets", Order(file, phase));
            foreach (var handedOver in phase.Dispenses)
            {
                file.Add("MedicationDispense", "tablets-supply", Dispense(file, handedOver, order));
            }

            file.Add("MedicationStatement", "tablets-taken", Taken(file, phase, order));
        }
    }

    private static JsonObject Order(PatientFile file, TabletPhase phase)
    {
        var order = Orders.New(file, phase.End is null ? "active" : "stopped", Product, "oral", phase.Start);
        return Orders.ForNaltrexone(order, file, file.Dice.Model.Number("tablets.milligrams"), "d", 1);
    }

    private static JsonObject Dispense(PatientFile file, DateTimeOffset handedOver, string order)
    {
        var tablets = file.Dice.Model.Number("tablets.perDispense");
        return new()
        {
            ["status"] = "completed",
            ["medicationCodeableConcept"] = file.Concept(Product),
            ["subject"] = Reference(file.Patient),
            ["performer"] = new JsonArray(new JsonObject { ["actor"] = Reference(Staff.Pharmacy) }),
            ["authorizingPrescription"] = References(order),
            ["quantity"] = new JsonObject { ["value"] = tablets, ["unit"] = "tablet" },
            ["daysSupply"] = Quantity(tablets, "d"),
            ["whenHandedOver"] = Instant(handedOver),
        };
    }

    private static JsonObject Taken(PatientFile file, TabletPhase phase, string order) => new()
    {
        ["basedOn"] = References(order),
        ["status"] = phase.End is null ? "active" : "stopped",
        ["medicationCodeableConcept"] = file.Concept(Product),
        ["subject"] = Reference(file.Patient),
        ["effectivePeriod"] = Period(phase.Start, phase.End),
        ["dateAsserted"] = Instant(phase.End ?? phase.Dispenses[^1]),
        ["informationSource"] = Reference(file.Patient),
    };
}
