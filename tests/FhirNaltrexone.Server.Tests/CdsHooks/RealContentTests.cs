using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;
using NJsonSchema;

namespace FhirNaltrexone.Server.Tests.CdsHooks;

/// <summary>The whole way with the rules of the product: from the prefetch a client sends to the card a clinician sees.</summary>
public sealed class RealContentTests : IDisposable
{
    private const string StartSafety = "naltrexone-start-safety";
    private const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private const string Naltrexone50 = "1483744";
    private const string Oxycodone5 = "1049621";

    private readonly TestServer _server = new(("Clock:Now", "2026-11-22T09:00:00-05:00")) { HasRealContent = true };

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("naltrexone-start-safety", "order-select order-sign")]
    [InlineData("naltrexone-opioid-blockade", "appointment-book order-select order-sign")]
    [InlineData("naltrexone-monitoring", "encounter-discharge encounter-start patient-view")]
    public async Task Discovery_offers_the_services_on_their_hooks(string id, string hooks)
    {
        var services = await ServicesAsync();

        var actual = services.Where(service => (string?)service!["id"] == id).Select(service => (string?)service!["hook"]);
        Assert.Empty(hooks.Split(' ').Except(actual));
    }

    [Fact]
    public async Task Discovery_is_valid_against_its_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("conformance/schemas/cds-hooks-discovery.json"));

        Assert.Empty(schema.Validate(await _server.CreateClient().GetStringAsync("/cds-services")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_active_opioid_is_a_critical_card_however_its_medication_is_named(bool byReference)
    {
        var opioid = Coded(Call.Order("oxycodone"), Oxycodone5);
        opioid["status"] = "active";
        opioid["intent"] = "order";
        if (byReference)
        {
            opioid["contained"] = new JsonArray(Call.Medication("m", Oxycodone5));
            opioid["contained"]![0]!["code"] = opioid["medicationCodeableConcept"]!.DeepClone();
            opioid.Remove("medicationCodeableConcept");
            opioid["medicationReference"] = new JsonObject { ["reference"] = "#m" };
        }

        using var response = await _server.PostAsync(await SigningAsync(("medicationRequests", Call.Bundle(opioid))), StartSafety);

        var text = await response.Content.ReadAsStringAsync();
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("conformance/schemas/cds-hooks-response.json"));
        Assert.Empty(schema.Validate(text));
        Assert.Equal("critical", Indicator(text, "PW-01"));
    }

    [Fact]
    public async Task A_key_that_failed_is_told_in_a_card()
    {
        using var response = await _server.PostAsync(
            await SigningAsync(("medicationStatements", Call.OperationOutcome("forbidden"))), StartSafety);

        Assert.Equal("info", Indicator(await response.Content.ReadAsStringAsync(), "DQ-01"));
    }

    [Fact]
    public async Task Naltrexone_with_nothing_known_is_412()
    {
        var call = await SigningAsync();
        call.Remove("prefetch");

        using var response = await _server.PostAsync(call, StartSafety);

        Assert.Contains(
            await Outcome.ReadAsync(response, HttpStatusCode.PreconditionFailed), issue => issue.Expression == "prefetch.medicationRequests");
    }

    [Fact]
    public async Task A_draft_that_is_no_concern_of_ours_needs_no_data()
    {
        var call = await SigningAsync();
        call.Remove("prefetch");
        var order = Coded(Call.Order("ibuprofen"), "310965");
        order["medicationCodeableConcept"]!["text"] = "ibuprofen 200 mg";
        call["context"]!["draftOrders"] = Call.Bundle(order);

        using var response = await _server.PostAsync(call, StartSafety);

        Assert.Equal("""{"cards":[]}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{ "fullUrl": "urn:uuid:5a1d4f0e-7c1b-4a53-9d0a-2f8f3f1c9a10" }""", "order-sign")]
    [InlineData("""{ "resource": null }""", "order-sign")]
    [InlineData("""{ "resource": { "id": "untyped" } }""", "order-sign")]
    [InlineData("""{ "resource": { "resourceType": "MedicationOrder", "id": "of-DSTU2" } }""", "order-sign")]
    [InlineData("""{ "resource": { "resourceType": "MedicationOrder", "id": "of-DSTU2" } }""", "order-select")]
    [InlineData("""{ "resource": { "resourceType": "RequestGroup", "status": "draft", "intent": "order", "contained": [] } }""", "order-select")]
    [InlineData("""{ "resource": { "resourceType": "Bundle", "type": "collection", "entry": [] } }""", "order-sign")]
    public async Task An_order_that_cannot_be_read_is_told_beside_the_others(string entry, string hook)
    {
        var call = await SigningAsync();
        call["hook"] = hook;
        if (hook == "order-select") call["context"]!["selections"] = new JsonArray("MedicationOrder/of-DSTU2");
        var entries = new JsonArray(JsonNode.Parse(entry));
        call["context"]!["draftOrders"]!["entry"] = entries;
        using var alone = await _server.PostAsync(call, StartSafety);
        entries.Add(new JsonObject { ["resource"] = Coded(Call.Order("naltrexone"), Naltrexone50) });
        using var beside = await _server.PostAsync(call, StartSafety);

        Assert.Equal("info", Indicator(await alone.Content.ReadAsStringAsync(), "DQ-01"));
        Assert.Equal("info", Indicator(await beside.Content.ReadAsStringAsync(), "DQ-01"));
        Assert.Equal("warning", Indicator(await beside.Content.ReadAsStringAsync(), "PW-11"));
    }

    [Theory]
    [InlineData("""{ "resource": { "resourceType": "Appointment", "status": "proposed", "start": "2026-11-23T09:00:00-05:00" } }""", null)]
    [InlineData("""{ "fullUrl": "urn:uuid:5a1d4f0e-7c1b-4a53-9d0a-2f8f3f1c9a10" }""", "info")]
    public async Task An_appointment_that_cannot_be_read_is_told(string entry, string? indicator)
    {
        var call = await SigningAsync();
        call["hook"] = "appointment-book";
        call["context"]!["appointments"] = new JsonObject { ["entry"] = new JsonArray(JsonNode.Parse(entry)) };
        var taken = Coded(Call.Order("tablets"), Naltrexone50);
        taken["status"] = "active";
        call["prefetch"]!["medicationRequests"] = Call.Bundle(taken);
        call["prefetch"]!["appointments"] = Call.Bundle();

        using var response = await _server.PostAsync(call, "naltrexone-opioid-blockade");

        Assert.Equal(indicator, Indicator(await response.Content.ReadAsStringAsync(), "DQ-01"));
    }

    [Theory]
    [InlineData("""{ "resource": { "resourceType": "Appointment", "status": "proposed", "start": "2026-11-23T09:00:00-05:00" } }""", null)]
    [InlineData("""{ "resource": { "resourceType": "Bundle", "type": "collection", "entry": [] } }""", "info")]
    public async Task An_appointment_that_cannot_be_read_is_told_where_nobody_knows_whether_naltrexone_acts(string entry, string? indicator)
    {
        var call = await SigningAsync(("medicationAdministrations", Call.OperationOutcome("forbidden")));
        call["hook"] = "appointment-book";
        call["context"]!["appointments"] = new JsonObject { ["entry"] = new JsonArray(JsonNode.Parse(entry)) };

        using var response = await _server.PostAsync(call, "naltrexone-opioid-blockade");

        Assert.Equal(indicator, Indicator(await response.Content.ReadAsStringAsync(), "DQ-01"));
    }

    [Fact]
    public async Task An_appointment_that_cannot_be_read_is_told_where_naltrexone_is_known_by_name_alone()
    {
        var statement = Call.Resource("MedicationStatement", "vivitrol");
        statement["status"] = "active";
        statement["subject"] = new JsonObject { ["reference"] = $"Patient/{Call.Patient}" };
        statement["medicationCodeableConcept"] = new JsonObject { ["text"] = "Vivitrol 380 mg monthly" };
        var call = await SigningAsync(("medicationStatements", Call.Bundle(statement)));
        call["hook"] = "appointment-book";
        call["context"]!["appointments"] = new JsonObject { ["entry"] = new JsonArray(new JsonObject { ["resource"] = Call.Bundle() }) };

        using var response = await _server.PostAsync(call, "naltrexone-opioid-blockade");

        Assert.Equal("info", Indicator(await response.Content.ReadAsStringAsync(), "DQ-01"));
    }

    [Fact]
    public async Task An_appointment_that_cannot_be_read_beside_nothing_known_is_412()
    {
        var call = await SigningAsync();
        call.Remove("prefetch");
        call["hook"] = "appointment-book";
        call["context"]!["appointments"] = new JsonObject { ["entry"] = new JsonArray(new JsonObject { ["resource"] = Call.Bundle() }) };

        using var response = await _server.PostAsync(call, "naltrexone-opioid-blockade");

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    /// <summary>What has no id cannot be deleted.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Orders_are_taken_away_all_of_them_or_none(bool hasId)
    {
        var opioid = Coded(Call.Order("oxycodone"), Oxycodone5);
        opioid["status"] = "active";
        var call = await SigningAsync(("medicationRequests", Call.Bundle(opioid)));
        var second = Coded(Call.Order("injection"), "637213");
        if (!hasId) second.Remove("id");
        call["context"]!["draftOrders"] = Call.Bundle(Coded(Call.Order("tablets"), Naltrexone50), second);

        using var response = await _server.PostAsync(call, StartSafety);

        var card = Card(await response.Content.ReadAsStringAsync(), "PW-01")!;
        Assert.Equal(
            hasId ? ["MedicationRequest/tablets", "MedicationRequest/injection"] : [],
            Actions(card).Where(action => (string?)action["type"] == "delete").Select(action => (string?)action["resourceId"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_kept_as_a_draft_is_moved_with_its_medication_as_it_stands_in_the_chart(bool isContained)
    {
        var medication = Coded([], "637213")["medicationCodeableConcept"]!.DeepClone();
        var xr = new JsonObject { ["resourceType"] = "Medication", ["id"] = "xr", ["code"] = medication };
        var draft = JsonNode.Parse("""
            {
              "resourceType": "MedicationRequest", "id": "kept", "status": "draft", "intent": "order", "authoredOn": "2026-11-22T09:00:00-05:00",
              "subject": { "reference": "Patient/pt" }, "medicationReference": { "reference": "Medication/xr", "display": "Vivitrol 380 mg" },
              "dosageInstruction": [{ "timing": { "repeat": { "boundsPeriod": { "start": "2026-11-22T09:00:00-05:00" }, "frequency": 1, "period": 4, "periodUnit": "wk" } } }]
            }
            """)!.AsObject();
        if (isContained) (draft["contained"], draft["medicationReference"]) = (new JsonArray(xr.DeepClone()), new JsonObject { ["reference"] = "#xr" });
        var given = JsonNode.Parse($$"""
            {
              "resourceType": "MedicationAdministration", "id": "given", "status": "completed", "subject": { "reference": "Patient/pt" },
              "medicationCodeableConcept": {{medication.ToJsonString()}}, "effectiveDateTime": "2026-11-07T09:00:00-05:00"
            }
            """)!.AsObject();
        var call = Call.OrderSign();
        call["hook"] = "patient-view";
        call["context"]!.AsObject().Remove("draftOrders");
        call["prefetch"] = await NothingAsync("naltrexone-monitoring", "patient-view");
        call["prefetch"]!["medicationRequests"] = isContained ? Call.Bundle(draft) : Call.Bundle(draft, xr);
        call["prefetch"]!["medicationAdministrations"] = Call.Bundle(given);
        var expected = draft["medicationReference"]!.ToJsonString();

        using var response = await _server.PostAsync(call, "naltrexone-monitoring");

        var update = Actions(Card(await response.Content.ReadAsStringAsync(), "DO-04")!).Single(action => (string?)action["type"] == "update")["resource"]!;
        Assert.Equal(expected, update["medicationReference"]?.ToJsonString());
        Assert.Null(update["medicationCodeableConcept"]);
        Assert.NotEqual("2026-11-22T09:00:00-05:00", (string?)update["dosageInstruction"]![0]!["timing"]!["repeat"]!["boundsPeriod"]!["start"]);
    }

    private static JsonNode? Card(string answer, string rule) => JsonNode.Parse(answer)!["cards"]!.AsArray()
        .SingleOrDefault(card => (string?)card!["source"]!["topic"]!["code"] == rule);

    private static IEnumerable<JsonNode> Actions(JsonNode card)
        => (card["suggestions"]?.AsArray() ?? []).SelectMany(suggestion => suggestion!["actions"]?.AsArray() ?? []).Select(action => action!);

    private static string? Indicator(string answer, string rule) => (string?)Card(answer, rule)?["indicator"];

    private static JsonObject Coded(JsonObject order, string code)
    {
        order["intent"] = "order";
        order["authoredOn"] = "2026-11-22T09:00:00-05:00";
        order["medicationCodeableConcept"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = RxNorm, ["code"] = code }),
        };
        return order;
    }

    private async Task<JsonArray> ServicesAsync()
        => JsonNode.Parse(await _server.CreateClient().GetStringAsync("/cds-services"))!["services"]!.AsArray();

    /// <summary>Signing of naltrexone by a client that answers every key, with nothing unless told otherwise.</summary>
    private async Task<JsonObject> SigningAsync(params (string Key, JsonNode Answer)[] answers)
    {
        var call = Call.OrderSign();
        call["context"]!["draftOrders"] = Call.Bundle(Coded(Call.Order("naltrexone"), Naltrexone50));
        var prefetch = await NothingAsync(StartSafety, "order-sign");
        call["prefetch"] = prefetch;
        foreach (var (key, answer) in answers)
        {
            Assert.True(prefetch.ContainsKey(key));
            prefetch[key] = answer;
        }

        return call;
    }

    /// <summary>Every key of a service, answered with nothing.</summary>
    private async Task<JsonObject> NothingAsync(string id, string hook)
    {
        var service = (await ServicesAsync()).Single(s => (string?)s!["id"] == id && (string?)s["hook"] == hook)!;
        return new(service["prefetch"]!.AsObject().Select(key => KeyValuePair.Create(
            key.Key, (JsonNode?)(key.Key == "patient" ? Call.Resource("Patient", Call.Patient) : Call.Bundle()))));
    }
}
