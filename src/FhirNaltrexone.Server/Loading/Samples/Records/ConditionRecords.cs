using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes conditions and allergies.</summary>
internal static class ConditionRecords
{
    private static readonly (string Concept, string Reaction)[] Allergies =
        [("codeineAllergen", "Itching"), ("morphineAllergen", "Hives"), ("acetaminophenAllergen", "Rash")];

    public static void Write(PatientFile file)
    {
        var visit = file.Visit(file.Course.Intake, "First visit");
        var treated = Condition(file, "opioidUseDisorder", visit);
        treated.Insert(0, "meta", Labels.OpioidUseDisorder());
        file.AddOnly("Condition", "opioid-use-disorder", treated);
        foreach (var other in file.Course.Conditions)
        {
            file.Add("Condition", "condition", Condition(file, other, visit));
        }

        if (file.Dice.Happens("allergy")) file.AddOnly("AllergyIntolerance", "allergy", Allergy(file));
    }

    private static JsonObject Condition(PatientFile file, string concept, string visit) => new()
    {
        ["clinicalStatus"] = Code("condition-clinical", "active"),
        ["verificationStatus"] = Code("condition-ver-status", "confirmed"),
        ["category"] = new JsonArray(Code("condition-category", "problem-list-item")),
        ["code"] = file.Concept(concept),
        ["subject"] = Reference(file.Patient),
        ["encounter"] = Reference(visit),
        ["recordedDate"] = Instant(file.Course.Intake),
        ["recorder"] = Reference(file.Practitioner),
    };

    private static JsonObject Allergy(PatientFile file)
    {
        var (concept, reaction) = file.Dice.Pick(Allergies);
        return new()
        {
            ["clinicalStatus"] = Code("allergyintolerance-clinical", "active"),
            ["verificationStatus"] = Code("allergyintolerance-verification", "confirmed"),
            ["type"] = "allergy",
            ["category"] = new JsonArray("medication"),
            ["code"] = file.Concept(concept),
            ["patient"] = Reference(file.Patient),
            ["recordedDate"] = Instant(file.Course.Intake),
            ["reaction"] = new JsonArray(new JsonObject { ["manifestation"] = new JsonArray(Text(reaction)), ["severity"] = "mild" }),
        };
    }
}
