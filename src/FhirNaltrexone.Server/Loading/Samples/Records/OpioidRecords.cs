using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes the opioids used before and during treatment.</summary>
internal static class OpioidRecords
{
    public static void Write(PatientFile file)
    {
        var course = file.Course;
        if (course.Opioid.Product is { } product)
        {
            var from = course.LastUse - file.Dice.Days("exposure.daysOfUse");
            file.Add("MedicationStatement", "opioid", Statement(file, product, from, course.LastUse, course.Intake));
            if (course.Opioid.Record == "dispense") file.Add("MedicationDispense", "opioid-supply", LastSupply(file, product));
        }

        foreach (var lapse in course.Lapses.Where(lapse => lapse.To <= course.Anchor))
        {
            Lapse(file, lapse.From, lapse.To);
        }
    }

    private static void Lapse(PatientFile file, DateTimeOffset from, DateTimeOffset to)
    {
        if (file.Course.Opioid.Product is { } product)
        {
            file.Add("MedicationStatement", "opioid", Statement(file, product, from, to, to));
            return;
        }

        var told = ObservationRecords.New(file, "social-history", "lastOpioidUse", to);
        told["valueDateTime"] = Instant(to);
        told["component"] = new JsonArray(new JsonObject
        {
            ["code"] = file.Concept("opioidClass"),
            ["valueCodeableConcept"] = file.Concept(file.Course.Opioid.Class),
        });
        file.Add("Observation", "last-use", told);
    }

    private static JsonObject Statement(PatientFile file, string product, DateTimeOffset from, DateTimeOffset to, DateTimeOffset told) => new()
    {
        ["status"] = "completed",
        ["medicationCodeableConcept"] = file.Concept(product),
        ["subject"] = Reference(file.Patient),
        ["effectivePeriod"] = Period(from, to),
        ["dateAsserted"] = Instant(told),
        ["informationSource"] = Reference(file.Patient),
    };

    /// <summary>Handed over so that it ran out with the last use.</summary>
    private static JsonObject LastSupply(PatientFile file, string product)
    {
        var days = file.Dice.Draw("exposure.supplyDays");
        return new()
        {
            ["status"] = "completed",
            ["medicationCodeableConcept"] = file.Concept(product),
            ["subject"] = Reference(file.Patient),
            ["performer"] = new JsonArray(new JsonObject { ["actor"] = Reference(Staff.Pharmacy) }),
            ["daysSupply"] = Quantity(days, "d"),
            ["whenHandedOver"] = Instant(file.Course.LastUse.AddDays(-days)),
        };
    }
}
