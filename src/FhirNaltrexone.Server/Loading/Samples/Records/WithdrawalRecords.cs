using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes withdrawal management and the rescue supply.</summary>
internal static class WithdrawalRecords
{
    private const int WardDays = 5;

    public static void Write(PatientFile file)
    {
        var course = file.Course;
        if (file.Dice.Happens("detox.inpatient"))
        {
            var to = course.Intake.AddDays(WardDays);
            file.AddOnly("Encounter", "ward", Encounters.Inpatient(file, course.Intake, to, "Withdrawal management"));
            file.AddOnly("Procedure", "detoxification", Detoxification(file, to));
        }

        if (file.Dice.Happens("detox.clonidine")) file.AddOnly("MedicationRequest", "clonidine", Bridge(file));
        file.AddOnly("MedicationRequest", "naloxone", Rescue(file));
    }

    private static JsonObject Detoxification(PatientFile file, DateTimeOffset to) => new()
    {
        ["status"] = "completed",
        ["code"] = file.Concept("detoxification"),
        ["subject"] = Reference(file.Patient),
        ["performedPeriod"] = Period(file.Course.Intake, to),
        ["reasonReference"] = References(file.Condition),
    };

    private static JsonObject Bridge(PatientFile file) => Orders.New(file, "completed", "clonidine", "oral", file.Course.Intake);

    private static JsonObject Rescue(PatientFile file) => Orders.New(file, "active", "naloxoneNasalSpray", "nasal", file.Course.Intake);
}
