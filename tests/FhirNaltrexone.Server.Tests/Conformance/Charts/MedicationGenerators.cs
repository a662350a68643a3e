using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Draws records and drafts of medicines.</summary>
internal static class MedicationGenerators
{
    public static readonly JsonObject[] Opioids =
    [
        Drug("7804"), Drug("10689"), Drug("2670"), Drug("6813"), Drug("1819"), Drug("1996184"), Drug("2639021"), Drug("1797647"), Drug("6468"), Drug("214442"),
    ];

    private static readonly JsonObject[] Naltrexone = [Drug("1483744"), Drug("637213")];

    private static readonly JsonObject[] Others = [Drug("3554"), Drug("161"), Drug("11289"), Drug("1725059"), Fhir.Concept(null, "some tablet"), Fhir.Concept(null, "lofexidine")];

    private static readonly string?[] Routes = [null, null, "26643006", "78421000"];
    private static readonly decimal?[] Doses = [null, 25m, 50m, 50m, 150m, 380m, 380m, 1500m];
    private static readonly string?[] Sites = [null, "buttock", "left buttock", "right buttock", "deltoid muscle"];
    private static readonly string[] PeriodUnits = ["d", "d", "wk"];
    private static readonly string[] DraftPeriodUnits = ["d", "d", "wk", "mo", "mo", "mo"];
    private static readonly string[] SupplyUnits = ["d", "d", "d", "wk", "h", "box"];
    private static readonly string[] Intents = ["order", "order", "order", "plan", "proposal"];
    private static readonly string[] RequestStatuses = ["active", "active", "on-hold", "stopped", "completed", "cancelled", "entered-in-error", "draft"];
    private static readonly string[] DispenseStatuses = ["completed", "completed", "in-progress", "stopped", "cancelled", "preparation"];
    private static readonly string[] AdministrationStatuses = ["completed", "completed", "in-progress", "stopped", "on-hold", "not-done", "entered-in-error"];
    private static readonly string[] StatementStatuses = ["active", "active", "completed", "stopped", "on-hold", "not-taken", "intended"];

    private static readonly Gen<JsonObject> Drugs = Gen.Frequency((4, Gen.Elements(Opioids)), (3, Gen.Elements(Naltrexone)), (1, Gen.Elements(Others)));

    /// <summary>A stored record of any of the four medication resources.</summary>
    public static Gen<JsonObject> Record(DateTimeOffset now) => Gen.OneOf(Request(now), Dispense(now), Administration(now), Statement(now));

    /// <summary>An order in the making: naltrexone, an opioid, something else or nothing yet; its start stated or not.</summary>
    public static Gen<JsonObject> Draft(DateTimeOffset now) =>
        from drug in Gen.Frequency((7, Gen.Elements(Naltrexone)), (3, Gen.Elements(Opioids)), (1, Gen.Elements(Others)))
        from start in Moments.Maybe(Moments.Around(now))
        from status in Gen.Frequency((8, Gen.Constant("draft")), (1, Gen.Constant("stopped")))
        from route in Gen.Elements(Routes)
        from site in Gen.Elements(Sites)
        from dose in Gen.Elements(Doses)
        from unit in Gen.Elements(DraftPeriodUnits)
        from forDisorder in Gen.Elements(true, false)
        select Fhir.Resource(
            "MedicationRequest",
            ("status", status),
            ("intent", "order"),
            ("medicationCodeableConcept", drug.DeepClone()),
            ("reasonCode", forDisorder ? Fhir.List(Fhir.Concept(Fhir.Snomed, "75544000")) : null),
            ("dosageInstruction", Fhir.Dosage(Fhir.Period(start, null), route, unit, dose, site)));

    /// <summary>A counted opioid record whose decisive time is written as <see cref="MovingRecord.Slot"/>.</summary>
    public static Gen<JsonObject> MovingOpioid() =>
        from drug in Gen.Elements(Opioids)
        from unit in Gen.Elements(PeriodUnits)
        from request in Gen.Elements("active", "on-hold", "stopped", "completed")
        from statement in Gen.Elements("active", "on-hold", "completed", "stopped")
        from days in Gen.Choose(0, 40)
        from one in Gen.Elements(
            Fhir.Resource("MedicationRequest", ("status", request), ("intent", "order"), ("medicationCodeableConcept", drug.DeepClone()),
                ("dosageInstruction", Fhir.Dosage(Fhir.Object(("end", MovingRecord.Slot)), null, unit))),
            Fhir.Resource("MedicationDispense", ("status", "completed"), ("medicationCodeableConcept", drug.DeepClone()),
                ("whenHandedOver", MovingRecord.Slot), ("daysSupply", Fhir.Quantity(days, "d"))),
            Fhir.Resource("MedicationAdministration", ("status", "completed"), ("medicationCodeableConcept", drug.DeepClone()),
                ("effectiveDateTime", MovingRecord.Slot)),
            Fhir.Resource("MedicationStatement", ("status", statement), ("medicationCodeableConcept", drug.DeepClone()),
                ("effectivePeriod", Fhir.Object(("end", MovingRecord.Slot)))))
        select one;

    /// <summary>An injection given.</summary>
    public static JsonObject Injection(Moment given) => Fhir.Resource(
        "MedicationAdministration", ("status", "completed"), ("medicationCodeableConcept", Drug("637213")), ("effectiveDateTime", Fhir.Text(given)));

    /// <summary>The order for injections, stopped.</summary>
    public static JsonObject StoppedInjections() => Fhir.Resource(
        "MedicationRequest", ("status", "stopped"), ("intent", "order"), ("medicationCodeableConcept", Drug("637213")));

    private static Gen<JsonObject> Request(DateTimeOffset now) =>
        from status in Gen.Elements(RequestStatuses)
        from intent in Gen.Elements(Intents)
        from drug in Drugs
        from start in Moments.Maybe(Moments.Around(now))
        from end in Moments.Maybe(Moments.Around(now))
        from authored in Moments.Maybe(Moments.Around(now))
        from route in Gen.Elements(Routes)
        from unit in Gen.Elements(PeriodUnits)
        select Fhir.Resource(
            "MedicationRequest",
            ("status", status),
            ("intent", intent),
            ("medicationCodeableConcept", drug.DeepClone()),
            ("authoredOn", Fhir.Text(authored)),
            ("dosageInstruction", Fhir.Dosage(Fhir.Period(start, end), route, unit)));

    private static Gen<JsonObject> Dispense(DateTimeOffset now) =>
        from status in Gen.Elements(DispenseStatuses)
        from drug in Drugs
        from handedOver in Moments.Maybe(Moments.Around(now))
        from amount in Gen.Choose(0, 30)
        from unit in Gen.Elements(SupplyUnits)
        from supplied in Gen.Elements(true, true, false)
        select Fhir.Resource(
            "MedicationDispense",
            ("status", status),
            ("medicationCodeableConcept", drug.DeepClone()),
            ("whenHandedOver", Fhir.Text(handedOver)),
            ("daysSupply", supplied ? Fhir.Quantity(amount, unit) : null));

    private static Gen<JsonObject> Administration(DateTimeOffset now) =>
        from status in Gen.Elements(AdministrationStatuses)
        from drug in Drugs
        from start in Moments.Maybe(Moments.Around(now))
        from end in Moments.Maybe(Moments.Around(now))
        from isPeriod in Gen.Elements(false, false, true)
        from route in Gen.Elements(Routes)
        from site in Gen.Elements(Sites)
        select Fhir.Resource(
            "MedicationAdministration",
            ("status", status),
            ("medicationCodeableConcept", drug.DeepClone()),
            ("effectiveDateTime", isPeriod ? null : Fhir.Text(end)),
            ("effectivePeriod", isPeriod ? Fhir.Period(start, end) : null),
            ("dosage", route is null ? null : Fhir.Object(("route", Fhir.Concept(Fhir.Snomed, route)), ("site", Fhir.Words(site)))));

    private static Gen<JsonObject> Statement(DateTimeOffset now) =>
        from status in Gen.Elements(StatementStatuses)
        from drug in Drugs
        from start in Moments.Maybe(Moments.Around(now))
        from end in Moments.Maybe(Moments.Around(now))
        from isPeriod in Gen.Elements(true, true, false)
        select Fhir.Resource(
            "MedicationStatement",
            ("status", status),
            ("medicationCodeableConcept", drug.DeepClone()),
            ("effectiveDateTime", isPeriod ? null : Fhir.Text(end)),
            ("effectivePeriod", isPeriod ? Fhir.Period(start, end) : null),
            ("dosage", Fhir.Dosage(null, null)));

    private static JsonObject Drug(string code) => Fhir.Concept(Fhir.RxNorm, code);
}
