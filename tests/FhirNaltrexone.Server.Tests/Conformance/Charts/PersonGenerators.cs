using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Draws the patient, and what makes a patient special: pregnancy, kidneys, mood, pain, allergies.</summary>
internal static class PersonGenerators
{
    private static readonly string[] Statuses = ["final", "final", "final", "amended", "preliminary", "entered-in-error"];
    private static readonly string?[] Genders = ["female", "female", "male", "other", null];
    private static readonly string?[] AllergyStatuses = [null, "active", "active", "resolved"];

    private static readonly (string Test, JsonObject Answer)[] Answers =
    [
        ("82810-3", Fhir.Concept(Fhir.Snomed, "77386006")), ("82810-3", Fhir.Concept(Fhir.Snomed, "60001007")), ("82810-3", Fhir.Concept(Fhir.Snomed, "146799005")),
        ("2106-3", Fhir.Concept(Fhir.Snomed, "10828004")), ("2106-3", Fhir.Concept(Fhir.Snomed, "260385009")), ("2118-8", Fhir.Concept(Fhir.Snomed, "10828004")),
        ("44260-8", Fhir.Concept(Fhir.Loinc, "LA6568-5")), ("44260-8", Fhir.Concept(Fhir.Loinc, "LA6569-3")), ("44260-8", Fhir.Concept(null, "often")),
        ("93249-1", Fhir.Concept(Fhir.Loinc, "LA33-6")), ("93250-9", Fhir.Concept(Fhir.Loinc, "LA32-8")), ("93269-9", Fhir.Concept(Fhir.Loinc, "LA33-6")),
    ];

    private static readonly (string Test, string Unit, decimal[] Numbers)[] Measures =
    [
        ("98979-8", "mL/min/{1.73_m2}", [22m, 29.9m, 30m, 49.9m, 50m, 95m]), ("48642-3", "mL/s", [1m]), ("44261-6", "{score}", [3m, 9m, 10m, 27m, 30m]),
    ];

    private static readonly JsonObject[] Problems =
    [
        Fhir.Concept(Fhir.Icd10, "Z33.1"), Fhir.Concept(Fhir.Snomed, "169750002"), Fhir.Concept(Fhir.Snomed, "82423001"),
        Fhir.Concept(Fhir.Icd10, "R45.851"), Fhir.Concept(Fhir.Icd10, "T14.91XA"),
    ];

    private static readonly JsonObject?[] Allergens =
    [
        Fhir.Concept(Fhir.RxNorm, "7243"), Fhir.Concept(Fhir.RxNorm, "7242"), Fhir.Concept(Fhir.RxNorm, "29899"), Fhir.Concept(null, "Polysorbate 20"),
        Fhir.Concept(null, "naltrexone"), Fhir.Concept(null, "peanut"), null,
    ];

    /// <summary>
    /// A person of any age. Birthdays lie half a year from the call: a year has no fixed number of days, so an age may change when birth and call are
    /// both moved by the same number of them.
    /// </summary>
    public static Gen<JsonObject> Patient(DateTimeOffset now) =>
        from years in Gen.Choose(8, 80)
        from known in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from gender in Gen.Elements(Genders)
        select Fhir.Object(
            ("resourceType", "Patient"),
            ("id", "pt"),
            ("gender", gender),
            ("birthDate", known ? now.AddYears(-years).AddDays(-180).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null));

    /// <summary>Anything of this kind in a chart.</summary>
    public static Gen<JsonObject> Record(DateTimeOffset now) => Gen.Frequency((4, Answer(now)), (3, Measure(now)), (2, Problem(now)), (2, Allergy()));

    private static Gen<JsonObject> Answer(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from answer in Gen.Elements(Answers)
        from taken in Moments.Maybe(Moments.Around(now))
        select Observation(status, answer.Test, taken, ("valueCodeableConcept", answer.Answer.DeepClone()));

    private static Gen<JsonObject> Measure(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from measure in Gen.Elements(Measures)
        from number in Gen.Elements(measure.Numbers)
        from taken in Moments.Maybe(Moments.Around(now))
        select Observation(status, measure.Test, taken, ("valueQuantity", Fhir.Quantity(number, measure.Unit)));

    private static JsonObject Observation(string status, string test, Moment? taken, (string Name, JsonNode? Value) value) => Fhir.Resource(
        "Observation", ("status", status), ("code", Fhir.Concept(Fhir.Loinc, test)), ("effectiveDateTime", Fhir.Text(taken)), value);

    private static Gen<JsonObject> Problem(DateTimeOffset now) =>
        from problem in Gen.Elements(Problems)
        from resolved in Gen.Elements(false, false, true)
        from onset in Moments.Maybe(Moments.Around(now))
        select Fhir.Resource(
            "Condition",
            ("clinicalStatus", resolved ? Fhir.Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "resolved") : null),
            ("code", problem.DeepClone()),
            ("onsetDateTime", Fhir.Text(onset)));

    private static Gen<JsonObject> Allergy() =>
        from allergen in Gen.Elements(Allergens)
        from clinical in Gen.Elements(AllergyStatuses)
        select Fhir.Object(
            ("resourceType", "AllergyIntolerance"),
            ("patient", Fhir.Object(("reference", "Patient/pt"))),
            ("clinicalStatus", clinical is null ? null : Fhir.Concept("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", clinical)),
            ("code", allergen?.DeepClone()));
}
