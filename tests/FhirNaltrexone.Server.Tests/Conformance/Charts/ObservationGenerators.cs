using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Draws tests, scores, reports, problems, procedures and appointments.</summary>
internal static class ObservationGenerators
{
    private static readonly string[] Statuses = ["final", "final", "final", "amended", "corrected", "preliminary", "entered-in-error", "registered"];
    private static readonly string[] UrineTests = ["19295-5", "59673-4", "19642-8", "19550-3", "58359-1", "19710-3", "12309-1"];
    private static readonly string[] EnzymeTests = ["1742-6", "1920-8"];
    private static readonly string[] EnzymeUnits = ["U/L", "U/L", "U/L", "[IU]/L", "IU/L", "ukat/L", "nkat/L", "mg/dL"];
    private static readonly string?[] OpioidClasses = [null, "short-acting", "long-acting", "depot-buprenorphine", "illicit-fentanyl", "kratom", "antidiarrhoeal"];
    private static readonly string[] Questions = ["last-opioid-short", "last-opioid-methadone", "last-opioid-depot", "last-opioid-fentanyl", "last-opioid-kratom"];
    private static readonly string?[] Interpretations = [null, "POS", "NEG", "IND"];
    private static readonly string?[] UrineValues = [null, "10828004", "260385009"];
    private static readonly string?[] ClinicalStatuses = [null, "active", "active", "relapse", "resolved"];
    private static readonly string?[] VerificationStatuses = [null, "confirmed", "confirmed", "refuted"];

    private static readonly JsonObject[] Problems =
    [
        Fhir.Concept(Fhir.Snomed, "75544000"), Fhir.Concept(Fhir.Snomed, "1081000119105"), Fhir.Concept(Fhir.Snomed, "19943007"),
        Fhir.Concept(Fhir.Icd10, "B18.2"), Fhir.Concept(Fhir.Snomed, "37871000"), Fhir.Concept(Fhir.Snomed, "18165001"),
        Fhir.Concept(Fhir.Icd10, "F10.20"), Fhir.Concept(Fhir.Snomed, "1264554000"), Fhir.Concept(Fhir.Snomed, "64779008"),
    ];

    /// <summary>Anything in a chart that is no medicine.</summary>
    public static Gen<JsonObject> Record(DateTimeOffset now) => Gen.Frequency(
        (4, Enzyme(now)), (2, OtherLiverTest(now)), (3, Urine(now)), (1, Cows(now)), (1, Challenge(now)), (2, Report(now)),
        (1, Questionnaire(now)), (2, Problem(now)), (1, Procedure(now)), (1, Surgery(now)), (1, BeforeInjection(now)), (1, Support()), (1, CarePlan()));

    /// <summary>A surgery being booked, or already in the chart.</summary>
    public static Gen<JsonObject> Surgery(DateTimeOffset now) =>
        from status in Gen.Elements("proposed", "booked", "booked", "cancelled")
        from start in Moments.Maybe(Moments.Around(now).Select(moment => moment with { Precision = MomentPrecision.Second }))
        select Fhir.Object(
            ("resourceType", "Appointment"),
            ("status", status),
            ("serviceType", Fhir.List(Fhir.Concept(Fhir.Snomed, "387713003"))),
            ("start", Fhir.Text(start)),
            ("participant", Fhir.List(Fhir.Object(("actor", Fhir.Object(("reference", "Patient/pt"))), ("status", "accepted")))));

    /// <summary>A newest ALT whose value is written as <see cref="MovingRecord.Slot"/>.</summary>
    public static Gen<JsonObject> MovingEnzyme(Moment taken) =>
        from limit in Limit()
        from unit in Gen.Elements("U/L", "ukat/L", "nkat/L")
        select Fhir.Resource(
            "Observation",
            ("status", "final"),
            ("code", Fhir.Concept(Fhir.Loinc, "1742-6")),
            ("effectiveDateTime", Fhir.Text(taken)),
            ("valueQuantity", Fhir.Object(("value", MovingRecord.Slot), ("unit", unit), ("code", unit))),
            ("referenceRange", limit));

    /// <summary>A self-report of opioid use whose time is written as <see cref="MovingRecord.Slot"/>.</summary>
    public static Gen<JsonObject> MovingReport() => Gen.Elements(OpioidClasses).Select(type => Report(type, MovingRecord.Slot));

    /// <summary>ALT or AST; numbers in U/L are multiples of 0.6, exact in microkatal too.</summary>
    public static Gen<JsonObject> Enzyme(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from test in Gen.Elements(EnzymeTests)
        from taken in Moments.Maybe(Moments.Around(now))
        from level in Level()
        from unit in Gen.Elements(EnzymeUnits)
        from limit in Limit()
        select Fhir.Resource(
            "Observation",
            ("status", status),
            ("code", Fhir.Concept(Fhir.Loinc, test)),
            ("effectiveDateTime", Fhir.Text(taken)),
            ("valueQuantity", Fhir.Quantity(Units.FromActivity(level, unit), unit)),
            ("referenceRange", limit));

    /// <summary>Activity in U/L, often at a tier of the usual limits.</summary>
    public static Gen<decimal> Level() => Gen.OneOf(
        Gen.Elements(24m, 36m, 60m, 72m, 119.4m, 120m, 179.4m, 180m, 200.4m, 300m, 360m, 600m), Gen.Choose(1, 1000).Select(count => count * 0.6m));

    /// <summary>A readable ALT result with the usual limit.</summary>
    public static JsonObject Alt(Moment taken, decimal level) => Fhir.Resource(
        "Observation",
        ("status", "final"),
        ("code", Fhir.Concept(Fhir.Loinc, "1742-6")),
        ("effectiveDateTime", Fhir.Text(taken)),
        ("valueQuantity", Fhir.Quantity(level, "U/L")),
        ("referenceRange", Fhir.List(Fhir.Object(("high", Fhir.Quantity(39.6m, "U/L"))))));

    private static Gen<JsonArray?> Limit() =>
        from limit in Gen.Elements(36m, 39.6m, 60m, 0m)
        from unit in Gen.Elements("U/L", "U/L", "ukat/L", "nkat/L", "mmol/L")
        from given in Gen.Elements(true, true, true, false)
        select given ? Fhir.List(Fhir.Object(("high", Fhir.Quantity(Units.FromActivity(limit, unit), unit)))) : null;

    private static Gen<JsonObject> OtherLiverTest(DateTimeOffset now) =>
        from taken in Moments.Maybe(Moments.Around(now))
        from kind in Gen.Elements(("1975-2", "mg/dL", 2.4m), ("1975-2", "umol/L", 20.5m), ("1975-2", "g/L", 3m), ("6301-6", "{INR}", 1.6m), ("6768-6", "U/L", 240m))
        from factor in Gen.Elements(0.5m, 1m, 2m)
        select Fhir.Resource(
            "Observation",
            ("status", "final"),
            ("code", Fhir.Concept(Fhir.Loinc, kind.Item1)),
            ("effectiveDateTime", Fhir.Text(taken)),
            ("valueQuantity", Fhir.Quantity(kind.Item3 * factor, kind.Item2)));

    private static Gen<JsonObject> Urine(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from test in Gen.Elements(UrineTests)
        from taken in Moments.Maybe(Moments.Around(now))
        from value in Gen.Elements(UrineValues)
        from interpretation in Gen.Elements(Interpretations)
        select Fhir.Resource(
            "Observation",
            ("status", status),
            ("code", Fhir.Concept(Fhir.Loinc, test)),
            ("effectiveDateTime", Fhir.Text(taken)),
            ("valueCodeableConcept", value is null ? null : Fhir.Concept(Fhir.Snomed, value)),
            ("interpretation", interpretation is null ? null : Fhir.List(
                Fhir.Concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", interpretation))));

    private static Gen<JsonObject> Cows(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from taken in Moments.Maybe(Moments.Around(now))
        from score in Gen.Elements(0, 1, 4, 5, 12, 48, 49)
        from asQuantity in Gen.Elements(true, false)
        select Fhir.Resource(
            "Observation",
            ("status", status),
            ("code", Fhir.Concept(Fhir.Local, "cows-total")),
            ("effectiveDateTime", Fhir.Text(taken)),
            asQuantity ? ("valueQuantity", Fhir.Quantity(score, "{score}")) : ("valueInteger", score));

    private static Gen<JsonObject> Challenge(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from taken in Moments.Maybe(Moments.Around(now))
        from value in Gen.Elements("10828004", "260385009")
        select Fhir.Resource(
            "Observation",
            ("status", status),
            ("code", Fhir.Concept(Fhir.Local, "naloxone-challenge")),
            ("effectiveDateTime", Fhir.Text(taken)),
            ("valueCodeableConcept", Fhir.Concept(Fhir.Snomed, value)));

    private static Gen<JsonObject> Report(DateTimeOffset now) =>
        from type in Gen.Elements(OpioidClasses)
        from used in Moments.Maybe(Moments.Around(now))
        select Report(type, used?.ToString());

    private static JsonObject Report(string? type, string? used) => Fhir.Resource(
        "Observation",
        ("status", "final"),
        ("code", Fhir.Concept(Fhir.Local, "last-opioid-use")),
        ("valueDateTime", used),
        ("component", type is null ? null : Fhir.List(Fhir.Object(
            ("code", Fhir.Concept(Fhir.Local, "opioid-class")), ("valueCodeableConcept", Fhir.Concept(Fhir.OpioidClass, type))))));

    private static Gen<JsonObject> Questionnaire(DateTimeOffset now) =>
        from question in Gen.Elements(Questions)
        from used in Moments.Around(now)
        from status in Gen.Elements("completed", "in-progress", "stopped")
        select Fhir.Resource(
            "QuestionnaireResponse",
            ("status", status),
            ("item", Fhir.List(Fhir.Object(
                ("linkId", question),
                ("answer", Fhir.List(Fhir.Object(("valueDate", Fhir.Text(used with { Precision = MomentPrecision.Day })))))))));

    private static Gen<JsonObject> Problem(DateTimeOffset now) =>
        from problem in Gen.Elements(Problems)
        from clinical in Gen.Elements(ClinicalStatuses)
        from verification in Gen.Elements(VerificationStatuses)
        from recorded in Moments.Maybe(Moments.Around(now))
        select Fhir.Resource(
            "Condition",
            ("clinicalStatus", clinical is null ? null : Fhir.Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", clinical)),
            ("verificationStatus", verification is null ? null : Fhir.Concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", verification)),
            ("code", problem.DeepClone()),
            ("recordedDate", Fhir.Text(recorded)));

    /// <summary>Platelets or body mass index, around the limits, their unit understood or not.</summary>
    private static Gen<JsonObject> BeforeInjection(DateTimeOffset now) =>
        from status in Gen.Elements(Statuses)
        from taken in Moments.Maybe(Moments.Around(now))
        from kind in Gen.Elements(("777-3", "10*3/uL", 50m), ("26515-7", "10*9/L", 50m), ("777-3", "cells", 50m), ("39156-5", "kg/m2", 40m), ("39156-5", "kg/m2", 18.5m))
        from step in Gen.Elements(-1m, 0m, 1m)
        from comparator in Gen.Frequency((9, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("<", ">=")))
        select Fhir.Resource(
            "Observation",
            ("status", status),
            ("code", Fhir.Concept(Fhir.Loinc, kind.Item1)),
            ("effectiveDateTime", Fhir.Text(taken)),
            ("valueQuantity", Fhir.Object(
                ("value", kind.Item3 + step), ("comparator", comparator), ("unit", kind.Item2), ("system", "http://unitsofmeasure.org"), ("code", kind.Item2))));

    private static Gen<JsonObject> Support() =>
        from status in Gen.Elements("active", "completed", "revoked", "draft")
        from intent in Gen.Elements("order", "order", "proposal")
        select Fhir.Resource("ServiceRequest", ("status", status), ("intent", intent), ("code", Fhir.Concept(Fhir.Snomed, "228557008")));

    private static Gen<JsonObject> CarePlan() =>
        from status in Gen.Elements("active", "on-hold", "revoked")
        from activity in Gen.Elements<string?>(null, "in-progress", "cancelled")
        select Fhir.Resource(
            "CarePlan",
            ("status", status),
            ("intent", "plan"),
            ("activity", Fhir.List(Fhir.Object(("detail", Fhir.Object(("status", activity), ("code", Fhir.Concept(Fhir.Snomed, "711281004"))))))));

    private static Gen<JsonObject> Procedure(DateTimeOffset now) =>
        from status in Gen.Elements("completed", "in-progress", "not-done", "stopped")
        from performed in Moments.Maybe(Moments.Around(now))
        select Fhir.Resource(
            "Procedure", ("status", status), ("code", Fhir.Concept(Fhir.Snomed, "310653000")), ("performedDateTime", Fhir.Text(performed)));
}
