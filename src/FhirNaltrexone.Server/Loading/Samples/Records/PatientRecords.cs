using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Model;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes the person and the consent to share the records.</summary>
internal static class PatientRecords
{
    private const string MedicalRecordNumbers = $"{Systems.Own}/sid/mrn";
    private static readonly string[] Purposes = ["TREAT", "HPAYMT", "HOPERAT"];

    public static void Write(PatientFile file)
    {
        file.AddPatient(Patient(file));
        file.AddOnly("Consent", "consent", Consent(file));
    }

    private static JsonObject Patient(PatientFile file)
    {
        var person = file.Course.Person;
        return new()
        {
            ["meta"] = Labels.Test(),
            ["identifier"] = new JsonArray(new JsonObject
            {
                ["type"] = Code("v2-0203", "MR"),
                ["system"] = MedicalRecordNumbers,
                ["value"] = string.Create(CultureInfo.InvariantCulture, $"SAMPLE-{file.Number:0000}"),
            }),
            ["active"] = true,
            ["name"] = new JsonArray(new JsonObject { ["use"] = "official", ["family"] = person.Family, ["given"] = new JsonArray(person.Given) }),
            ["telecom"] = new JsonArray(new JsonObject
            {
                ["system"] = "email",
                ["value"] = string.Create(CultureInfo.InvariantCulture, $"sample-{file.Number:0000}@example.org"),
            }),
            ["gender"] = person.Gender,
            ["birthDate"] = person.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["address"] = new JsonArray(new JsonObject
            {
                ["line"] = new JsonArray(string.Create(CultureInfo.InvariantCulture, $"{file.Number} Sample Street")),
                ["city"] = "Exampleville",
                ["postalCode"] = "00000",
            }),
            ["generalPractitioner"] = References(file.Practitioner),
            ["managingOrganization"] = Reference(Staff.Clinic),
        };
    }

    /// <summary>42 CFR Part 2: one consent for treatment, payment and operations.</summary>
    private static JsonObject Consent(PatientFile file) => new()
    {
        ["status"] = "active",
        ["scope"] = Code("consentscope", "patient-privacy"),
        ["category"] = new JsonArray(Code("v3-ActCode", "IDSCL")),
        ["patient"] = Reference(file.Patient),
        ["dateTime"] = Instant(file.Course.Intake),
        ["performer"] = References(file.Patient),
        ["organization"] = References(Staff.Clinic),
        ["policyRule"] = Code("v3-ActCode", "42CFRPart2"),
        ["provision"] = new JsonObject
        {
            ["type"] = "permit",
            ["securityLabel"] = new JsonArray(Coding(Hl7System("v3-ActCode"), "SUD")),
            ["purpose"] = new JsonArray([.. Purposes.Select(code => Coding(Hl7System("v3-ActReason"), code))]),
        },
    };
}
