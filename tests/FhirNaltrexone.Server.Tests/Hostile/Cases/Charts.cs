using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Hostile.Cases;

/// <summary>Resources that are too many, of somebody else, or lead in circles.</summary>
internal static class Charts
{
    private const int Limit = 10_000;

    public static IEnumerable<HostileRequest> All() => TooMany().Concat(OfOthers()).Concat(Strange()).Concat(Circles());

    private static IEnumerable<HostileRequest> TooMany()
    {
        var room = Limit - Valid.ResourceCount();
        yield return new("As many resources as are allowed", Expected.DataQuality, Valid.WithConditions(room));
        yield return new("One resource too many", Expected.Refused(413, "10000"), Valid.WithConditions(room + 1));
        yield return new("Ten thousand drafts", Expected.Refused(413, "10000"), Valid.Request().With("context.draftOrders", Call.Bundle([.. Enumerable.Range(0, Limit).Select(i => Call.Order($"d{i}"))])));
        yield return new("Thousands of empty entries", Expected.Cards, Valid.WithRaw("prefetch.liverTests.entry", $"[{string.Join(',', Enumerable.Repeat("{}", 100_000))}]"));
        yield return new("Thousands of naltrexone drafts", Expected.Cards, Drafts(5_000));
        yield return new("Thousands of naltrexone drafts all alike", Expected.Cards, Drafts(2_000, _ => "same"));
        yield return new("Thousands of opioids", Expected.Card("PW-01"), Opioids(5_000));
        yield return new("Thousands of liver tests", Expected.Cards, LiverTests(5_000));
        yield return new("Thousands of references by urn", Expected.DataQuality, Valid.WithConditions(9_900, i => Owned(i, $"urn:uuid:{i}")));
        yield return new("Ninety-five thousand selections of thousands of drafts", Expected.NoCards, Selections());
        yield return new("One medication of a megabyte for thousands of orders", Expected.DataQuality, SharedMedication());
    }

    private static IEnumerable<HostileRequest> OfOthers()
    {
        yield return new("The draft of another patient", Expected.Bad(Valid.Draft + ".subject"), Valid.Request().With(Valid.Draft + ".subject.reference", "Patient/other"));
        yield return new("The result of another patient", Expected.Bad(Valid.Alt + ".subject"), Valid.Request().With(Valid.Alt + ".subject.reference", "Patient/other"));
        yield return new("Another patient", Expected.Bad("prefetch.patient.id"), Valid.Request().With("prefetch.patient.id", "other"));
        yield return new("Another patient in context", Expected.Bad("another patient"), Valid.Request().With("context.patientId", "other"));
        yield return new("Thousands of resources of other patients", Expected.Bad("another patient"), Valid.WithConditions(9_900, i => Owned(i, $"Patient/p{i}")));
        yield return new("Our id in other letters", Expected.Bad("another patient"), Valid.Request().With(Valid.Alt + ".subject.reference", "Patient/PT"));
        yield return new("A key of its own with data of another patient", Expected.Bad("prefetch.own.patient"), Valid.WithRaw("prefetch.own", """{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/other"}}"""));
    }

    private static IEnumerable<HostileRequest> Strange()
    {
        foreach (var entry in new[] { "null", "7", "\"text\"", "[]", "{}", "{\"resource\":{}}", "{\"resource\":{\"id\":\"x\"}}", "{\"resource\":{\"resourceType\":\"\"}}", "{\"resource\":{\"resourceType\":7}}" })
        {
            yield return new($"A liver test entry {entry}", Expected.DataQuality, Valid.WithRaw("prefetch.liverTests.entry[0]", entry));
        }

        yield return new("A resource type nobody knows", Expected.DataQuality, Valid.Request().With(Valid.Alt + ".resourceType", "Obser vation"));
        yield return new("A Bundle in a Bundle", Expected.DataQuality, Valid.WithRaw("prefetch.liverTests.entry[0].resource", """{"resourceType":"Bundle","entry":[]}"""));
        yield return new("An OperationOutcome with hostile codes", Expected.DataQuality, Valid.WithRaw("prefetch.liverTests", """{"resourceType":"OperationOutcome","issue":[{"severity":7,"code":"<script>"},null,[]]}"""));
        yield return new("A next page at file:", Expected.DataQuality, Valid.WithRaw("prefetch.liverTests", """{"resourceType":"Bundle","link":[{"relation":"next","url":"file:///etc/passwd"}]}"""));
        yield return new("A thousand codings in one concept", Expected.Cards, Valid.WithRaw(Valid.Alt + ".code.coding", $"[{string.Join(',', Enumerable.Repeat("""{"system":"http://loinc.org","code":"x"}""", 20_000))}]"));
        yield return new("A draft without id", Expected.NoCards, Valid.Request().Without(Valid.Draft + ".id"));
        foreach (var id in new[] { "a_b", "a b", "../../x", "Patient/pt", "#", "", new string('i', 200), "<script>" })
        {
            yield return new($"A draft that a rule speaks about, with the id '{(id.Length > 99 ? "long" : id)}'", Expected.Card("PW-01"), Opioids(1).With(Valid.Draft + ".id", id));
        }
    }

    private static IEnumerable<HostileRequest> Circles()
    {
        yield return Draft("A medication that is the order itself", """{"medicationReference":{"reference":"MedicationRequest/draft-order"}}""");
        yield return Draft("A contained medication that is not there", """{"medicationReference":{"reference":"#m"}}""");
        yield return Draft("A reference to the container", """{"medicationReference":{"reference":"#"}}""");
        yield return Draft("A contained order that contains itself by name", """{"contained":[{"resourceType":"MedicationRequest","id":"m","medicationReference":{"reference":"#m"}}],"medicationReference":{"reference":"#m"}}""");
        yield return Draft("A contained medication without code", """{"contained":[{"resourceType":"Medication","id":"m"}],"medicationReference":{"reference":"#m"}}""");
        yield return Draft("A contained medication whose code is text", """{"contained":[{"resourceType":"Medication","id":"m","code":"naltrexone"}],"medicationReference":{"reference":"#m"}}""");
        yield return Draft("A medication by javascript:", """{"medicationReference":{"reference":"javascript:alert(1)/Medication/1"}}""");
        yield return Draft("A medication reference of 100 kB", $$$"""{"medicationReference":{"reference":"{{{new string('/', 100_000)}}}Medication/1"}}""");
        yield return new("Statements that are part of each other", Expected.Cards, Valid.WithRaw("prefetch.medicationStatements", """
            {"resourceType":"Bundle","entry":[
            {"resource":{"resourceType":"MedicationStatement","id":"a","status":"active","partOf":[{"reference":"MedicationStatement/b"}],"derivedFrom":[{"reference":"MedicationStatement/a"}]}},
            {"resource":{"resourceType":"MedicationStatement","id":"b","status":"active","partOf":[{"reference":"MedicationStatement/a"}],"basedOn":[{"reference":"MedicationRequest/draft-order"}]}}]}
            """));
        yield return new("A dispense that authorises itself", Expected.Cards, Valid.WithRaw("prefetch.medicationDispenses", """
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationDispense","id":"a","status":"completed","authorizingPrescription":[{"reference":"MedicationDispense/a"}]}}]}
            """));
        yield return new("A prior prescription that is the draft", Expected.Cards, Valid.Request().With(Valid.Draft + ".priorPrescription", new JsonObject { ["reference"] = "MedicationRequest/draft-order" }));
    }

    /// <summary>The draft without coded medication, and with other members instead: it cannot be judged, and that is said.</summary>
    private static HostileRequest Draft(string name, string members)
    {
        var request = Valid.Request().Without(Valid.Draft + ".medicationCodeableConcept");
        foreach (var (key, value) in JsonNode.Parse(members)!.AsObject())
        {
            request.With($"{Valid.Draft}.{key}", value?.DeepClone());
        }

        return new(name, Expected.DataQuality, request);
    }

    private static JsonObject Owned(int number, string patient) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = $"c{number}",
        ["subject"] = new JsonObject { ["reference"] = patient },
    };

    private static JsonObject Drafts(int count, Func<int, string>? id = null)
    {
        var draft = Valid.Request().At(Valid.Draft).AsObject();
        draft.Remove("dosageInstruction");
        return Valid.Request().With("context.draftOrders", Call.Bundle([.. Enumerable.Range(0, count).Select(i => Copy(draft, id?.Invoke(i) ?? $"d{i}"))]));
    }

    private static JsonObject Opioids(int count) => Valid.Request().With("prefetch.medicationRequests", Call.Bundle([.. Enumerable.Range(0, count).Select(Opioid)]));

    private static JsonObject Opioid(int number)
    {
        var opioid = Call.Order($"o{number}");
        opioid["status"] = "active";
        opioid["intent"] = "order";
        opioid["authoredOn"] = "2026-11-20";
        opioid["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1049621"}]}""");
        return opioid;
    }

    private static JsonObject LiverTests(int count)
    {
        var alt = JsonNode.Parse("""
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1742-6"}]},"subject":{"reference":"Patient/pt"},
            "effectiveDateTime":"2026-11-12","valueQuantity":{"value":26,"code":"U/L"}}
            """)!.AsObject();
        return Valid.Request().With("prefetch.liverTests", Call.Bundle([.. Enumerable.Range(0, count).Select(i => Copy(alt, $"a{i}"))]));
    }

    private static JsonObject Selections()
    {
        var drafts = Enumerable.Range(0, 5_000).Select(i => Call.Order($"d{i}")).ToArray();
        var request = Valid.Request().With("hook", "order-select").With("context.draftOrders", Call.Bundle(drafts));
        request["context"]!["selections"] = new JsonArray([.. Enumerable.Range(0, 95_000).Select(i => (JsonNode)$"d{i}")]);
        return request;
    }

    private static JsonObject SharedMedication()
    {
        var medication = Call.Resource("Medication", "m");
        medication["code"] = new JsonObject { ["text"] = new string('x', 1_000_000) };
        var orders = Enumerable.Range(0, 5_000).Select(i => JsonNode.Parse($$$"""{"resourceType":"MedicationRequest","id":"o{{{i}}}","status":"active","intent":"order","medicationReference":{"reference":"Medication/m"}}""")!.AsObject());
        return Valid.Request().With("prefetch.medicationRequests", Call.Bundle([medication, .. orders]));
    }

    private static JsonObject Copy(JsonObject resource, string id)
    {
        var copy = resource.DeepClone().AsObject();
        copy["id"] = id;
        return copy;
    }
}
