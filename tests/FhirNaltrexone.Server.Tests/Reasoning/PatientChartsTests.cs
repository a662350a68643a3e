using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Server.Reasoning.Charts;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Reasoning;

/// <summary>What is read of a patient, from the store and from what a client sends.</summary>
public sealed class PatientChartsTests : IDisposable
{
    private static readonly DataNeeds Needs = new([.. FakeCdsService.Templates], []);

    private readonly FhirHttp _fhir = new(("Reasoning:MaxResources", "50"));

    public void Dispose() => _fhir.Dispose();

    [Fact]
    public async Task Stored_data_of_the_patient_is_read_by_the_queries_of_hooks_and_no_other()
    {
        await StoreAsync(Call.Resource("Patient", "pt"), Call.Resource("Patient", "other"), Call.Condition("mine"), Call.Condition("theirs", "other"));
        await StoreAsync(Observation("alt", "1742-6"), Observation("weight", "29463-7"));

        var chart = await ChartAsync(new("pt", null, UsesStore: true));

        Assert.Equal(["Condition/mine", "Observation/alt", "Patient/pt"], Keys(chart));
        Assert.Empty(chart.Issues);
    }

    [Fact]
    public async Task A_medication_that_an_order_refers_to_is_read_and_its_code_put_into_the_order()
    {
        var medication = Call.Medication("m1", "1483744");
        var order = Call.Order("o1", "Medication/m1");
        order["intent"] = "order";
        await StoreAsync(Call.Resource("Patient", "pt"), medication, order);

        var chart = await ChartAsync(new("pt", null, UsesStore: true));

        var read = chart.Chart.Resources.Single(resource => resource.GetProperty("resourceType").GetString() == "MedicationRequest");
        Assert.Equal("1483744", read.GetProperty("medicationCodeableConcept").GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Of_a_resource_stored_and_sent_the_newer_version_counts()
    {
        await StoreAsync(Call.Resource("Patient", "pt"), Call.Condition("c1"));
        var sent = Call.Condition("c1");
        sent["meta"] = new JsonObject { ["versionId"] = "7" };

        var chart = await ChartAsync(new("pt", Bundle(sent), UsesStore: true));

        var condition = chart.Chart.Resources.Single(resource => resource.GetProperty("id").GetString() == "c1");
        Assert.Equal("7", condition.GetProperty("meta").GetProperty("versionId").GetString());
    }

    [Fact]
    public async Task Data_of_another_patient_is_left_out_and_said()
    {
        var chart = await ChartAsync(new("pt", Bundle(Call.Resource("Patient", "pt"), Call.Condition("mine"), Call.Condition("theirs", "other")), UsesStore: false));

        Assert.Equal(["Condition/mine", "Patient/pt"], Keys(chart));
        var issue = Assert.Single(chart.Issues);
        Assert.Equal("data.entry[2].resource", issue.Expression);
    }

    /// <summary>FHIR R4, References, 2.3.0.5: an absolute address names another server's resource, whatever its id.</summary>
    [Theory]
    [InlineData("""{"reference":"https://other.example.org/fhir/Patient/pt"}""")]
    [InlineData("""{"reference":"Group/pt"}""")]
    [InlineData("""{"reference":"#p"}""")]
    [InlineData("""{"reference":"urn:uuid:5b2f9a4e-0a54-4b0c-9d0c-6b1ad6c2f7a1"}""")]
    [InlineData("""{"display":"Somebody"}""")]
    [InlineData("""{"identifier":{"value":"pt"}}""")]
    [InlineData("null")]
    public async Task Data_that_does_not_say_whose_it_is_proves_nothing_and_is_said(string subject)
    {
        var unclear = Call.Condition("unclear");
        unclear["subject"] = JsonNode.Parse(subject);

        var chart = await ChartAsync(new("pt", Bundle(Call.Resource("Patient", "pt"), Call.Condition("mine"), unclear), UsesStore: false));

        Assert.Equal(["Condition/mine", "Patient/pt"], Keys(chart));
        Assert.Equal(["Condition"], chart.Chart.UnreadResourceTypes);
        Assert.Equal(["data.entry[2].resource", null], chart.Issues.Select(issue => issue.Expression));
    }

    [Theory]
    [InlineData("https://ehr.example.org/fhir/Condition/c1", "https://ehr.example.org/fhir/Patient/pt/_history/2")]
    [InlineData("urn:uuid:7b2f9a4e-0a54-4b0c-9d0c-6b1ad6c2f7a1", "urn:uuid:5b2f9a4e-0a54-4b0c-9d0c-6b1ad6c2f7a1")]
    [InlineData("https://ehr.example.org/fhir/Condition/c1", "Patient/pt/_history/2")]
    public async Task Data_that_names_the_patient_by_an_address_is_read(string address, string subject)
    {
        var bundle = Call.Bundle(Call.Resource("Patient", "pt"), Call.Condition("mine"));
        bundle["entry"]![0]!["fullUrl"] = "urn:uuid:5b2f9a4e-0a54-4b0c-9d0c-6b1ad6c2f7a1";
        bundle["entry"]![1]!["fullUrl"] = address;
        bundle["entry"]![1]!["resource"]!["subject"]!["reference"] = subject;

        var chart = await ChartAsync(new("pt", JsonSerializer.SerializeToElement(bundle), UsesStore: false));

        Assert.Equal(["Condition/mine", "Patient/pt"], Keys(chart));
        Assert.Empty(chart.Issues);
    }

    [Theory]
    [InlineData("""{"fullUrl":"urn:uuid:1"}""")]
    [InlineData("""{"resource":{"resourceType":"condition","id":"c1"}}""")]
    [InlineData("""{"resource":{"resourceType":"Bundle","type":"collection"}}""")]
    [InlineData("""{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"suppressed"}]}}""")]
    public async Task Data_that_no_rule_can_read_is_said_and_what_is_absent_beside_it_proves_nothing(string entry)
    {
        var bundle = Call.Bundle(Call.Resource("Patient", "pt"));
        bundle["entry"]!.AsArray().Add(JsonNode.Parse(entry));

        var chart = await ChartAsync(new("pt", JsonSerializer.SerializeToElement(bundle), UsesStore: false));

        Assert.Equal(["Patient/pt"], Keys(chart));
        Assert.Equal("data.entry[1]", chart.Issues[0].Expression);
        Assert.Equal(Needs.Templates.Select(template => template.ResourceType).Distinct().Order(StringComparer.Ordinal), chart.Chart.UnreadResourceTypes);
    }

    [Fact]
    public async Task Entries_that_are_no_list_prove_nothing()
    {
        await StoreAsync(Call.Resource("Patient", "pt"));
        var bundle = JsonSerializer.SerializeToElement(JsonNode.Parse("""{"resourceType":"Bundle","type":"collection","entry":{}}"""));

        var chart = await ChartAsync(new("pt", bundle, UsesStore: true));

        Assert.Equal(Needs.Templates.Select(template => template.ResourceType).Distinct().Order(StringComparer.Ordinal), chart.Chart.UnreadResourceTypes);
    }

    /// <summary>FHIR R4, Search: a server may add hints to a complete result.</summary>
    [Fact]
    public async Task A_hint_of_the_server_that_was_searched_takes_nothing_away()
    {
        var bundle = Call.Bundle(Call.Resource("Patient", "pt"));
        bundle["entry"]!.AsArray().Add(JsonNode.Parse(
            """{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]},"search":{"mode":"outcome"}}"""));

        var chart = await ChartAsync(new("pt", JsonSerializer.SerializeToElement(bundle), UsesStore: false));

        Assert.Empty(chart.Issues);
        Assert.Empty(chart.Chart.UnreadResourceTypes);
    }

    [Theory]
    [InlineData("link", """[{"relation":"self","url":"https://ehr.example.org/Condition"},{"relation":"next","url":"https://ehr.example.org/2"}]""")]
    [InlineData("link", """[{"relation":"previous","url":"https://ehr.example.org/1"}]""")]
    [InlineData("total", "900")]
    [InlineData("total", "\"3\"")]
    [InlineData("meta", """{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"REDACTED"}]}""")]
    public async Task Of_data_that_is_a_part_of_a_search_nothing_absent_proves_anything(string member, string value)
    {
        var bundle = Call.Bundle(Call.Resource("Patient", "pt"), Call.Condition("mine"));
        (bundle["type"], bundle[member]) = ("searchset", JsonNode.Parse(value));

        var chart = await ChartAsync(new("pt", JsonSerializer.SerializeToElement(bundle), UsesStore: false));

        Assert.Equal(["Condition/mine", "Patient/pt"], Keys(chart));
        Assert.Equal(Needs.Templates.Select(template => template.ResourceType).Distinct().Order(StringComparer.Ordinal), chart.Chart.UnreadResourceTypes);
        Assert.Equal("data", chart.Issues[0].Expression);
    }

    [Theory]
    [InlineData("searchset", "total", "2")]
    [InlineData("searchset", "link", """[{"relation":"self","url":"https://ehr.example.org/Condition"}]""")]
    [InlineData("collection", "total", "900")]
    public async Task A_whole_answer_lacks_nothing(string type, string member, string value)
    {
        var bundle = Call.Bundle(Call.Resource("Patient", "pt"), Call.Condition("mine"));
        (bundle["type"], bundle[member]) = (type, JsonNode.Parse(value));

        var chart = await ChartAsync(new("pt", JsonSerializer.SerializeToElement(bundle), UsesStore: false));

        Assert.Empty(chart.Issues);
        Assert.Empty(chart.Chart.UnreadResourceTypes);
    }

    [Fact]
    public async Task A_patient_who_is_nowhere_is_404()
    {
        var result = await ReadAsync(new("nobody", null, UsesStore: true));

        Assert.Equal(404, result.Refusal?.Status);
    }

    [Fact]
    public async Task More_data_than_is_read_makes_its_type_unread()
    {
        await StoreAsync(Call.Resource("Patient", "pt"));
        await StoreAsync([.. Enumerable.Range(0, 60).Select(number => Call.Condition($"c{number}"))]);

        var chart = await ChartAsync(new("pt", null, UsesStore: true));

        Assert.Equal(50, chart.Chart.Resources.Count);
        Assert.Contains("Condition", chart.Chart.UnreadResourceTypes);
        Assert.Contains(chart.Issues, issue => issue.Code == "incomplete");
    }

    [Fact]
    public async Task More_data_than_may_be_sent_is_413()
    {
        JsonObject[] many = [Call.Resource("Patient", "pt"), .. Enumerable.Range(0, 50).Select(number => Call.Condition($"c{number}"))];

        var result = await ReadAsync(new("pt", Bundle(many), UsesStore: true));

        Assert.Equal(413, result.Refusal?.Status);
    }

    private static JsonObject Observation(string id, string code)
    {
        var observation = Call.Resource("Observation", id);
        observation["status"] = "final";
        observation["subject"] = new JsonObject { ["reference"] = "Patient/pt" };
        observation["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://loinc.org", ["code"] = code }) };
        return observation;
    }

    private static JsonElement Bundle(params JsonObject[] resources) => JsonSerializer.SerializeToElement(Call.Bundle(resources));

    private static IEnumerable<string> Keys(PatientChart chart)
        => chart.Chart.Resources.Select(resource => $"{resource.GetProperty("resourceType")}/{resource.GetProperty("id")}").Order(StringComparer.Ordinal);

    private async Task StoreAsync(params JsonObject[] resources)
    {
        foreach (var resource in resources) await _fhir.StoreAsync(resource.ToJsonString());
    }

    private async Task<PatientChart> ChartAsync(ChartRequest request) => (await ReadAsync(request)).Value!;

    private async ValueTask<Result<PatientChart>> ReadAsync(ChartRequest request)
    {
        using var access = AccessContext.Enter(Caller.Anonymous);
        return await _fhir.Server.Services.GetRequiredService<PatientCharts>().ReadAsync(request, [Needs], CancellationToken.None);
    }
}
