using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance;
using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FhirNaltrexone.Server.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Written = FhirNaltrexone.Server.Tests.Conformance.Charts.Fhir;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Records that nobody is shown without a consent, drawn from the policy: by its labels, its codes and its words.</summary>
/// <param name="Texts">The records.</param>
public sealed record ProtectedRecords(IReadOnlyList<string> Texts)
{
    private const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

    // Types whose code says what they are about, with the member that has it and the one that says when.
    private static readonly (string Type, string Code, string Time)[] Coded =
    [
        ("Condition", "code", "recordedDate"), ("Observation", "code", "effectiveDateTime"), ("Procedure", "code", "performedDateTime"),
        ("ServiceRequest", "code", "authoredOn"), ("CarePlan", "description", "created"),
    ];

    private static readonly (string Type, string Code, string Time)[] Medicines =
    [
        ("MedicationRequest", "medicationCodeableConcept", "authoredOn"), ("MedicationStatement", "medicationCodeableConcept", "effectiveDateTime"),
        ("MedicationAdministration", "medicationCodeableConcept", "effectiveDateTime"), ("MedicationDispense", "medicationCodeableConcept", "whenHandedOver"),
    ];

    private static readonly JsonNode Policy = JsonNode.Parse(Repository.Read("src/FhirNaltrexone.Server/Security/Sensitivity/policy.json"))!;

    private static readonly JsonObject[] Labels =
    [
        .. Policy["labels"]!.AsObject()
            .Where(label => !Policy["harmless"]!.AsArray().Any(code => (string)code! == label.Key))
            .Select(label => new JsonObject { ["system"] = (string)label.Value!["system"]!, ["code"] = (string)label.Value["code"]! }),
    ];

    private static readonly JsonObject[] Concepts =
    [
        .. Policy["rules"]!.AsArray().SelectMany(rule => Of(rule!["when"]!).Where(concept => !Of(rule["unless"] ?? new JsonObject()).Any(other => JsonNode.DeepEquals(other, concept)))),
    ];

    public override string ToString() => string.Join('\n', Texts.Select(text => "added " + text));

    /// <summary>Up to four of them.</summary>
    public static Arbitrary<ProtectedRecords> Any() => Arb.From(
        from now in Gen.Elements(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5)), new DateTimeOffset(2026, 6, 30, 23, 50, 0, TimeSpan.FromHours(-4)))
        from count in Gen.Choose(1, 4)
        from records in Gen.OneOf(ByCode(now), ByLabel(now)).ArrayOf(count)
        select new ProtectedRecords([.. records.Select((record, index) => Identified(record, $"p{index}"))]));

    private static Gen<JsonObject> ByCode(DateTimeOffset now) =>
        from concept in Gen.Elements(Concepts)
        from kind in Gen.Elements((string?)concept["coding"]?[0]!["system"] == RxNorm ? Medicines : Coded)
        from time in Moments.Around(now)
        from status in Gen.Elements("active", "completed", "final", "draft")
        select Written.Resource(
            kind.Type,
            ("status", kind.Type == "Condition" ? null : status),
            ("intent", kind.Type is "ServiceRequest" or "MedicationRequest" ? "order" : null),
            (kind.Code, kind.Type == "CarePlan" ? null : concept.DeepClone()),
            ("activity", kind.Type == "CarePlan" ? Written.List(Written.Object(("detail", Written.Object(("code", concept.DeepClone()))))) : null),
            (kind.Time, Written.Text(time)));

    /// <summary>Anything that a chart may hold, once somebody has labelled it.</summary>
    private static Gen<JsonObject> ByLabel(DateTimeOffset now) =>
        from record in Gen.OneOf(MedicationGenerators.Record(now), ObservationGenerators.Record(now), PersonGenerators.Record(now))
        from label in Gen.Elements(Labels)
        select Labelled(record, label);

    private static JsonObject Labelled(JsonObject record, JsonObject label)
    {
        var copy = (JsonObject)record.DeepClone();
        copy["meta"] = new JsonObject { ["security"] = new JsonArray(label.DeepClone()) };
        return copy;
    }

    private static IEnumerable<JsonObject> Of(JsonNode match)
    {
        foreach (var set in match["valueSets"]?.AsArray() ?? [])
        {
            var id = ((string)set!)[(((string)set!).LastIndexOf('/') + 1)..];
            var compose = JsonNode.Parse(Repository.Read($"profiles/generated/resources/ValueSet-{id}.json"))!["compose"]!;
            foreach (var include in compose["include"]!.AsArray())
            {
                // A set of hundreds of products must not outweigh the others.
                foreach (var concept in include!["concept"]!.AsArray().Take(6)) yield return Written.Concept((string)include["system"]!, (string)concept!["code"]!);
            }
        }

        foreach (var code in match["codes"]?.AsArray() ?? []) yield return Written.Concept((string)code!["system"]!, (string)code["code"]!);
        foreach (var code in match["startsWith"]?.AsArray() ?? []) yield return Written.Concept((string)code!["system"]!, $"{code["code"]}.20");
        foreach (var word in match["words"]?.AsArray() ?? []) yield return Written.Words($"History of {word}")!;
    }

    private static string Identified(JsonObject record, string id)
    {
        var copy = (JsonObject)record.DeepClone();
        copy["id"] = id;
        return copy.ToJsonString(ContentServer.Readable);
    }
}
