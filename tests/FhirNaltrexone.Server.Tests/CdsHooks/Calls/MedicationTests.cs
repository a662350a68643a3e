using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Calls;

/// <summary>Orders that name their medication by reference get its code for evaluation.</summary>
public sealed class MedicationTests : IAsyncLifetime
{
    private const string Code = "1483744";
    private FakeFhirServer _fhir = null!;
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _fhir = await FakeFhirServer.StartAsync(Call.Medication("m1", Code));
        _server = new TestServer(_fhir);
    }

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await _fhir.DisposeAsync();
    }

    [Fact]
    public async Task A_contained_medication_is_resolved()
    {
        var order = Call.Order("draft", "#m");
        order["contained"] = new JsonArray(Call.Medication("m", Code));

        Assert.Equal(Code, CodeOf(await DraftAsync(order)));
    }

    [Theory]
    [InlineData("Medication/m1")]
    [InlineData("Medication/m1/_history/2")]
    public async Task A_medication_in_another_prefetch_key_is_resolved(string reference)
    {
        var call = Signing(Call.Order("draft", reference));
        call["prefetch"]!["medications"] = Call.Bundle(Call.Medication("m1", Code));

        Assert.Equal(Code, CodeOf(await DraftAsync(call)));
    }

    [Theory]
    [InlineData("urn:uuid:3f1c7a52-55a4-4a3b-8c2f-0e3c5d9c1a11")]
    [InlineData("https://other.example.org/fhir/Medication/m1")]
    public async Task A_medication_beside_the_order_is_resolved_by_its_full_url(string fullUrl)
    {
        var bundle = Call.Bundle(Call.Order("draft", fullUrl), Call.Medication("m1", Code));
        bundle["entry"]![1]!["fullUrl"] = fullUrl;
        var call = Call.OrderSign();
        call["context"]!["draftOrders"] = bundle;

        Assert.Equal(Code, CodeOf(await DraftAsync(call)));
    }

    [Fact]
    public async Task A_medication_of_another_server_with_the_same_id_is_not_taken()
    {
        var other = Call.Bundle(Call.Medication("m1", Code));
        other["entry"]![0]!["fullUrl"] = "https://a.example.org/fhir/Medication/m1";
        var call = Signing(Call.Order("draft", "https://b.example.org/fhir/Medication/m1"));
        call["prefetch"]!["medications"] = other;

        Assert.Null(CodeOf(await DraftAsync(call)));
    }

    [Theory]
    [InlineData("Medication/m1")]
    [InlineData("Medication/m1/_history/2")]
    [InlineData("{base}/Medication/m1")]
    public async Task A_missing_medication_is_read_from_the_server(string reference)
    {
        var call = Signing(Call.Order("draft", reference.Replace("{base}", _fhir.Base, StringComparison.Ordinal))).At(_fhir);

        Assert.Equal(Code, CodeOf(await DraftAsync(call)));
        Assert.Equal("/fhir/Medication/m1", Assert.Single(_fhir.Requests).Path);
    }

    /// <summary>The server may know the medication by a code of its own alone.</summary>
    [Fact]
    public async Task A_code_without_words_takes_those_of_the_reference()
    {
        var order = Call.Order("draft", "Medication/m1");
        order["medicationReference"]!["display"] = "naltrexone 50 mg tablet";

        var draft = await DraftAsync(Signing(order).At(_fhir));

        Assert.Equal(Code, CodeOf(draft));
        Assert.Equal("naltrexone 50 mg tablet", (string?)draft["medicationCodeableConcept"]!["text"]);
    }

    /// <summary>Stored orders may use up what copies may cost: drafts come before them.</summary>
    [Fact]
    public async Task Drafts_are_resolved_whatever_the_stored_orders_cost()
    {
        var medication = Call.Medication("m", Code);
        medication["text"] = new JsonObject { ["status"] = "generated", ["div"] = new string('x', 200_000) };
        var call = Call.With("medicationRequests", Call.Bundle([.. Enumerable.Range(0, 90).Select(number => Call.Order($"o{number}", "Medication/m"))]));
        call["context"]!["draftOrders"] = Call.Bundle(Call.Order("draft", "Medication/m"));
        call["prefetch"]!["medications"] = Call.Bundle(medication);

        Assert.Equal(Code, CodeOf(await DraftAsync(call)));
    }

    /// <summary>There is a limit to what is read: stored orders may name more medications than it allows.</summary>
    [Fact]
    public async Task The_medication_of_a_draft_is_read_before_those_of_stored_orders()
    {
        using var server = new TestServer(_fhir, ("Ehr:MaxMedications", "1"));
        var call = Call.With("medicationRequests", Call.Bundle(Call.Order("o1", "Medication/other"))).At(_fhir);
        call["context"]!["draftOrders"] = Call.Bundle(Call.Order("draft", "Medication/m1"));

        var chart = await server.ChartAsync(call);

        Assert.Equal(Code, CodeOf(JsonNode.Parse(chart.Drafts[0])!));
    }

    /// <summary>Ids beside drafts may be of the moment only.</summary>
    [Fact]
    public async Task Drafts_and_stored_orders_each_take_the_medication_that_came_with_them()
    {
        var call = Call.With("medicationRequests", Call.Bundle(Call.Order("o1", "Medication/m1"), Call.Medication("m1", "1049621")));
        call["context"]!["draftOrders"] = Call.Bundle(Call.Order("draft", "Medication/m1"), Call.Medication("m1", Code));

        var chart = await _server.ChartAsync(call);

        Assert.Equal((Code, "1049621"), (CodeOf(JsonNode.Parse(chart.Drafts[0])!), CodeOf(chart.Resource("MedicationRequest/o1"))));
    }

    [Fact]
    public async Task A_stored_order_is_resolved_too_and_each_medication_read_once()
    {
        var call = Call.With("medicationRequests", Call.Bundle(Call.Order("o1", "Medication/m1"), Call.Order("o2", "Medication/m1"))).At(_fhir);

        var chart = await _server.ChartAsync(call);

        Assert.Equal(Code, CodeOf(chart.Resource("MedicationRequest/o1")));
        Assert.Equal(Code, CodeOf(chart.Resource("MedicationRequest/o2")));
        Assert.Single(_fhir.Requests);
    }

    [Fact]
    public async Task What_cannot_be_resolved_stays_as_it_is()
    {
        var draft = await DraftAsync(Signing(Call.Order("draft", "Medication/unknown")).At(_fhir));

        Assert.Null(CodeOf(draft));
        Assert.Equal("Medication/unknown", (string?)draft["medicationReference"]!["reference"]);
    }

    [Fact]
    public async Task The_draft_as_sent_is_kept_beside_the_copy()
    {
        var order = Call.Order("draft", "#m");
        order["contained"] = new JsonArray(Call.Medication("m", Code));
        var sent = order.ToJsonString();

        var chart = await _server.ChartAsync(Signing(order));

        Assert.Equal(sent, Assert.Single(chart.DraftsAsSent));
        Assert.Null(JsonNode.Parse(chart.Drafts[0])!["medicationReference"]);
    }

    /// <summary>Hooks without drafts judge those kept in the chart, and what changes one of them must not write our copy there.</summary>
    [Fact]
    public async Task A_stored_draft_is_kept_as_it_was_read_in_its_newest_version()
    {
        var (old, order) = (Call.Order("draft", "Medication/m1"), Call.Order("draft", "Medication/m1"));
        (old["meta"], order["meta"]) = (new JsonObject { ["versionId"] = "1" }, new JsonObject { ["versionId"] = "2" });
        var read = order.ToJsonString();

        var chart = await _server.ChartAsync(Viewing(old, order, Call.Medication("m1", Code)));

        Assert.Equal(read, Assert.Single(chart.DraftsAsSent));
        Assert.Equal(Code, CodeOf(chart.Resource("MedicationRequest/draft")));
    }

    [Fact]
    public async Task Where_there_are_drafts_no_stored_one_is_among_them()
    {
        var call = Viewing(Call.Order("stored", "Medication/m1"), Call.Medication("m1", Code));
        call["hook"] = "order-sign";
        call["context"]!["draftOrders"] = Call.Bundle(Call.Order("draft"));

        Assert.Contains("\"draft\"", Assert.Single((await _server.ChartAsync(call)).DraftsAsSent), StringComparison.Ordinal);
    }

    private static JsonObject Viewing(params JsonObject[] stored)
    {
        var call = Call.With("medicationRequests", Call.Bundle(stored));
        call["hook"] = "patient-view";
        call["context"]!.AsObject().Remove("draftOrders");
        return call;
    }

    private static JsonObject Signing(JsonObject order)
    {
        var call = Call.OrderSign();
        call["context"]!["draftOrders"] = Call.Bundle(order);
        return call;
    }

    private Task<JsonNode> DraftAsync(JsonObject order) => order.ContainsKey("hook") ? SignAsync(order) : SignAsync(Signing(order));

    private async Task<JsonNode> SignAsync(JsonObject call) => JsonNode.Parse((await _server.ChartAsync(call)).Drafts[0])!;

    private static string? CodeOf(JsonNode order) => (string?)order["medicationCodeableConcept"]?["coding"]?[0]?["code"];
}
