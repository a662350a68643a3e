using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes urine tests: one observation for each analyte.</summary>
internal static class UrineRecords
{
    public static void Write(PatientFile file)
    {
        foreach (var sample in file.Course.UrineTests.Where(sample => sample.When <= file.Course.Anchor))
        {
            foreach (var test in sample.Tests)
            {
                file.Add("Observation", "urine", Test(file, sample, test));
            }
        }
    }

    private static JsonObject Test(PatientFile file, UrineTest sample, string test)
    {
        var isPositive = sample.Positive.Contains(test);
        var observation = ObservationRecords.New(file, "laboratory", test, sample.When);
        observation["performer"] = References(Staff.Laboratory(usesKatal: false));
        observation["valueCodeableConcept"] = file.Concept(isPositive ? "positive" : "negative");
        observation["interpretation"] = new JsonArray(Code("v3-ObservationInterpretation", isPositive ? "POS" : "NEG"));
        return observation;
    }
}
