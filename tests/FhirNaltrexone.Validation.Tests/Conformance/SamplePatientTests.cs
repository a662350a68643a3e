using System.IO.Compression;
using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;

namespace FhirNaltrexone.Validation.Tests.Conformance;

/// <summary>The first of the sample patients, which were made before the profiles and claim none, meet the profiles of their kinds of record.</summary>
public sealed class SamplePatientTests
{
    private const int Patients = 20;

    private static readonly Validator Validator = new(Guide.Definitions);

    // By type and first code. Care plans and consents are left out: those of the samples tell less than the profiles ask for.
    private static readonly Dictionary<string, string> Profiles = new()
    {
        ["MedicationRequest 1483744"] = "naltrexone-oral-request",
        ["MedicationRequest 1483780"] = "naltrexone-oral-request",
        ["MedicationRequest 637213"] = "naltrexone-injection-request",
        ["MedicationAdministration 637213"] = "naltrexone-injection",
        ["MedicationStatement 1049621"] = "opioid-statement",
        ["MedicationStatement 3304"] = "opioid-statement",
        ["MedicationDispense 1049621"] = "opioid-dispense",
        ["MedicationDispense 835603"] = "opioid-dispense",
        ["Observation 1742-6"] = "alt-result",
        ["Observation 1920-8"] = "ast-result",
        ["Observation 1975-2"] = "bilirubin-result",
        ["Observation 19295-5"] = "urine-opioid-test",
        ["Observation 59673-4"] = "urine-opioid-test",
        ["Observation 58359-1"] = "urine-opioid-test",
        ["Observation cows-total"] = "cows-score",
        ["Observation naloxone-challenge"] = "naloxone-challenge-result",
        ["Observation last-opioid-use"] = "last-opioid-use",
        ["Observation 82810-3"] = "pregnancy-status",
        ["Observation 44261-6"] = "phq9-score",
        ["Condition 75544000"] = "opioid-use-disorder-problem",
        ["Goal "] = "naltrexone-goal",
        ["Patient "] = "naltrexone-patient",
    };

    [Fact]
    public void Records_of_sample_patients_meet_the_profiles_of_their_kind()
    {
        var seen = new HashSet<string>();
        var wrong = new SortedDictionary<string, int>(StringComparer.Ordinal);

        foreach (var (kind, record) in Records())
        {
            seen.Add(kind);
            foreach (var issue in Errors(record, Profiles[kind])) wrong[issue] = wrong.GetValueOrDefault(issue) + 1;
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(pair => $"{pair.Value} {pair.Key}")));
        Assert.Equal([], Profiles.Keys.Except(seen));
    }

    private static IEnumerable<(string Kind, JsonElement Record)> Records()
    {
        using var stream = File.OpenRead(Path.Combine(Guide.Root, "conformance", "samples", "naltrexone-200-patients.ndjson.gz"));
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        using var lines = new StreamReader(unpacked);
        var patients = 0;
        while (lines.ReadLine() is { } line && patients <= Patients)
        {
            var record = JsonElement.Parse(line);
            var kind = Kind(record);
            if (kind == "Patient ") patients++;
            if (Profiles.ContainsKey(kind)) yield return (kind, record);
        }
    }

    private static IEnumerable<string> Errors(JsonElement record, string profile)
        => Validator.Validate(record, new ValidationRequest { Profiles = [$"https://fhirnaltrexone.example.org/fhir/StructureDefinition/{profile}"] })
            .Where(issue => issue.Severity <= IssueSeverity.Error)
            .Select(issue => $"{profile} {issue.Expression} {issue.MessageId} {issue.Text}");

    private static string Kind(JsonElement record)
    {
        var coded = record.TryGetProperty("medicationCodeableConcept", out var concept) || record.TryGetProperty("code", out concept);
        return $"{record.GetProperty("resourceType")} {(coded ? concept.GetProperty("coding")[0].GetProperty("code").GetString() : string.Empty)}";
    }
}
