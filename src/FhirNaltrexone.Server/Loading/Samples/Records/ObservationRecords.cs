using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes scores, findings and tests other than those of liver and urine.</summary>
internal static class ObservationRecords
{
    private const decimal Tenth = 0.1m;

    public static void Write(PatientFile file)
    {
        var course = file.Course;
        AtIntake(file);
        foreach (var score in course.WithdrawalScores.Where(score => score.When <= course.Anchor))
        {
            file.Add("Observation", "cows", With(New(file, "survey", "withdrawalScore", score.When), "valueInteger", score.Total));
        }

        foreach (var challenge in course.Challenges.Where(challenge => challenge.When <= course.Anchor))
        {
            var result = file.Concept(challenge.IsPassed ? "negative" : "positive");
            file.Add("Observation", "challenge", With(New(file, "procedure", "naloxoneChallenge", challenge.When), "valueCodeableConcept", result));
        }

        foreach (var score in course.MoodScores)
        {
            Mood(file, score);
        }
    }

    /// <summary>A new final observation, without value.</summary>
    public static JsonObject New(PatientFile file, string category, string concept, DateTimeOffset when) => new()
    {
        ["status"] = "final",
        ["category"] = new JsonArray(Code("observation-category", category)),
        ["code"] = file.Concept(concept),
        ["subject"] = Reference(file.Patient),
        ["effectiveDateTime"] = Instant(when),
    };

    /// <summary>The observation with a value.</summary>
    public static JsonObject With(JsonObject observation, string element, JsonNode value)
    {
        observation[element] = value;
        return observation;
    }

    private static void AtIntake(PatientFile file)
    {
        var (course, dice) = (file.Course, file.Dice);
        var lastUse = With(New(file, "social-history", "lastOpioidUse", course.Intake), "valueDateTime", Instant(course.LastUse));
        file.Add("Observation", "last-use", With(lastUse, "component", new JsonArray(OpioidClass(file))));
        Number(file, "vital-signs", "bodyMassIndex", dice.DrawMiddle("bmi.tenths") * Tenth, "kg/m2");
        Number(file, "laboratory", "platelets", dice.Draw("platelets"), "10*3/uL");
        Number(file, "laboratory", "glomerularFiltration", dice.Draw("egfr"), "mL/min/{1.73_m2}");
        Presence(file, "hepatitisBSurfaceAntigen", false);
        Presence(file, "hepatitisCAntibody", course.Conditions.Contains("hepatitisC"));
        if (course.Person.Gender != "female") return;

        Presence(file, "pregnancyTest", false);
        var pregnancy = New(file, "social-history", "pregnancyStatus", course.Intake);
        file.Add("Observation", "pregnancy", With(pregnancy, "valueCodeableConcept", file.Concept("notPregnant")));
    }

    private static void Number(PatientFile file, string category, string concept, decimal value, string unit)
        => file.Add("Observation", "finding", With(New(file, category, concept, file.Course.Intake), "valueQuantity", Quantity(value, unit)));

    private static void Presence(PatientFile file, string concept, bool isPresent)
    {
        var value = file.Concept(isPresent ? "positive" : "negative");
        file.Add("Observation", "finding", With(New(file, "laboratory", concept, file.Course.Intake), "valueCodeableConcept", value));
    }

    private static JsonObject OpioidClass(PatientFile file)
        => new() { ["code"] = file.Concept("opioidClass"), ["valueCodeableConcept"] = file.Concept(file.Course.Opioid.Class) };

    private static void Mood(PatientFile file, Score score)
    {
        file.Add("Observation", "phq9", With(New(file, "survey", "phq9Total", score.When), "valueQuantity", Quantity(score.Total, "{score}")));
        var thinksOfDeath = file.Course.Conditions.Contains("depression") && score.Total > 0 && file.Dice.Happens("mood.itemNine");
        var answer = file.Concept(thinksOfDeath ? "phq9SeveralDays" : "phq9NotAtAll");
        file.Add("Observation", "phq9-item9", With(New(file, "survey", "phq9Item9", score.When), "valueCodeableConcept", answer));
    }
}
