using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>What resources and searches are drawn from: few values, so that they meet, and odd ones, so that engines may differ.</summary>
internal static class Vocabulary
{
    public const string Ucum = "http://unitsofmeasure.org";

    public static IReadOnlyList<string> Texts { get; } =
    [
        "Müller", "muller", "MULLER-SMITH", "Mu\u0308ller", "van der Berg", "Berg", "O'Brien, Jr.", "Ångström", "李", "李 小龍", "100%_\\", "a_b%",
        "😀 Smile", "\uFF5Efull", "Anna", "ann", "Ann-Marie Lee", "a", "Straße", "STRASSE", "x|y", "c$d", "  two  spaces ", "İstanbul", "ﬁsh", "#*?[",
    ];

    public static IReadOnlyList<string> Systems { get; } = ["http://loinc.org", "urn:local", "urn:a,b|c"];

    public static IReadOnlyList<string> Codes { get; } = ["A", "a", "B", "1234-5", "x|y", "c,d", "e$f", "Ä", "final", "male"];

    public static IReadOnlyList<string> Dates { get; } =
    [
        "2023", "2024", "2024-02", "2024-03", "2024-02-29", "2024-03-15", "2024-03-16", "2024-03-15T10:30:00Z", "2024-03-15T10:30:00.500Z",
        "2024-03-15T16:15:00+05:45", "2024-03-15T23:59:59.999-05:00", "2024-03-15T00:00:00Z", "2024-03-31T23:59:59Z", "1999-12-31", "2024-07-01T00:00:00Z",
    ];

    public static IReadOnlyList<string> Numbers { get; } =
        ["0", "1", "5", "5.0", "5.4", "5.40", "5.45", "5.35", "0.0054", "-5", "-0.5", "100", "97", "5400", "0.1", "0.3", "99.5", "100.5", "12345678901234.5"];

    public static IReadOnlyList<(string? System, string? Code, string? Text)> Units { get; } =
    [
        (Ucum, "mg", "mg"), (Ucum, "g", "gram"), (Ucum, "ug", "µg"), (Ucum, "kg", null), (Ucum, "mL", "mL"), (Ucum, "nonsense", "mg"),
        (null, null, "tablets"), (null, null, null), ("urn:units", "mg", "Mg"), (null, "mg", null),
    ];

    public static IReadOnlyList<string> Uris { get; } =
    [
        "http://acme.org/fhir/ValueSet/1", "http://acme.org/fhir/ValueSet/1/x", "http://acme.org/fhir/ValueSet/12", "http://ACME.org/fhir/ValueSet/1",
        "http://acme.org/a_b%25?c=d,e", "http://acme.org/aXb%25?c=d,e", "http://acme.org/fhir/", "urn:oid:1.2.3", "urn:oid:1.2.34",
    ];

    public static IReadOnlyList<string> Versions { get; } = ["1", "1.0", "1.0.1", "1.00", "2"];

    /// <summary>Resources that may be there; ids meet across types, and differ only in case.</summary>
    public static IReadOnlyList<ResourceKey> Keys { get; } =
    [
        .. Of("Patient", "1", "2", "3", "a", "A", "b", "x-1", "x.1", "9", "10"),
        .. Of("Observation", [.. Enumerable.Range(1, 18).Select(number => $"{number}"), "a", "A"]),
        .. Of("MedicationRequest", "1", "2", "3", "4", "5", "a"), .. Of("Medication", "1", "2"), .. Of("Encounter", "1", "2", "3", "4", "A"),
        .. Of("Condition", "1", "2", "3", "4", "a"), .. Of("Organization", "1", "2", "3"), .. Of("Practitioner", "1", "2", "a"),
        .. Of("RiskAssessment", "1", "2", "3", "4"), .. Of("ValueSet", "1", "2", "3", "4"), .. Of("QuestionnaireResponse", "1", "2", "3", "4"),
        .. Of("List", "1", "2"), .. Of("Location", "1", "2", "3"), .. Of("Group", "1", "2"),
    ];

    private static IEnumerable<ResourceKey> Of(string type, params string[] ids) => ids.Select(id => new ResourceKey(type, id));
}
