using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations.Reading;

/// <summary>Patient/$everything (FHIR R4).</summary>
public sealed class EverythingTests(OperationServer server) : IClassFixture<OperationServer>
{
    private readonly FhirHttp _fhir = server.Fhir;

    [Theory]
    [InlineData("", "Group/cohort,Medication/naltrexone,MedicationRequest/p1-rx,Observation/p1-alt,Organization/clinic,Patient/p1,Practitioner/doctor")]
    [InlineData("?_type=Observation,Practitioner", "Observation/p1-alt")]
    [InlineData("?_type=MedicationRequest,Practitioner", "MedicationRequest/p1-rx,Practitioner/doctor")]
    [InlineData("?start=2026-01-15&_type=Patient,Observation,MedicationRequest", "MedicationRequest/p1-rx,Patient/p1")]
    [InlineData("?end=9999&_type=Patient", "Patient/p1")]
    [InlineData("?start=2026-01-10T08:00:00Z&end=2026-01-10T08:00:00Z&_type=Observation,MedicationRequest", "Observation/p1-alt")]
    [InlineData("?end=2026-01-10&_type=Observation,MedicationRequest", "Observation/p1-alt")]
    [InlineData("?start=2026-01-11&end=2026-01-31&_type=Observation,MedicationRequest", "")]
    [InlineData("?_since=2999-01-01T00:00:00Z", "")]
    public async Task The_record_is_the_compartment_and_what_it_refers_to(string query, string expected)
    {
        using var response = await _fhir.GetAsync($"/fhir/Patient/p1/$everything{query}");
        var bundle = await response.JsonAsync();

        Assert.Equal("searchset", (string?)bundle["type"]);
        Assert.Equal(expected, string.Join(',', Resources(bundle).Keys()));
    }

    [Fact]
    public async Task Pages_together_have_each_member_once()
    {
        var seen = new List<JsonObject>();
        var pages = 0;
        for (var next = "/fhir/Patient/p1/$everything?_count=1"; next is not null; pages++)
        {
            using var response = await _fhir.GetAsync(next);
            var bundle = await response.JsonAsync();
            Assert.Single(bundle.Ids());
            seen.AddRange(Resources(bundle, "match"));
            next = bundle.Link("next");
        }

        Assert.Equal(4, pages);
        Assert.Equal("Group/cohort,MedicationRequest/p1-rx,Observation/p1-alt,Patient/p1", string.Join(',', seen.Keys()));
        Assert.Equal("Patient", (string?)seen[0]["resourceType"]);
    }

    [Theory]
    [InlineData("/fhir/Patient/none/$everything", 404)]
    [InlineData("/fhir/Patient/p1/$everything?_count=many", 400)]
    [InlineData("/fhir/Patient/p1/$everything?start=soon", 400)]
    [InlineData("/fhir/Patient/p1/$everything?_since=9999-12-31T23:59:59-14:00", 400)]
    [InlineData("/fhir/Patient/p1/$everything?_type=Nothing", 400)]
    [InlineData("/fhir/Patient/p1/$everything?star=2026-01-15", 400)]
    public async Task What_cannot_be_answered_is_refused(string path, int status)
    {
        using var response = await _fhir.GetAsync(path);

        await response.IssueAsync(status);
    }

    [Theory]
    [InlineData("Patient/p1/$everything", """{"name":"_type","valueCoding":{"code":"Observation"}}""")]
    [InlineData("Patient/p1/$everything", """{"name":"start","valuePeriod":{"start":"2026-01-01"}}""")]
    [InlineData("Observation/$lastn", """{"name":"max","valueQuantity":{"value":3}},{"name":"patient","valueString":"p1"}""")]
    public async Task A_parameter_that_cannot_be_read_is_refused_and_not_left_out(string path, string parameter)
    {
        using var response = await _fhir.PostAsync($"/fhir/{path}", $$"""{"resourceType":"Parameters","parameter":[{{parameter}}]}""");

        await response.IssueAsync(400);
    }

    /// <summary>What a resource of the record refers to may be about somebody else.</summary>
    [Fact]
    public async Task What_names_another_patient_does_not_support_the_record()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"e1"}""");
        await _fhir.StoreAsync("""{"resourceType":"Device","id":"e1-pump","patient":{"reference":"Patient/e1"}}""");
        await _fhir.StoreAsync("""{"resourceType":"Device","id":"e2-pump","patient":{"reference":"Patient/e2"}}""");
        await _fhir.StoreAsync("""{"resourceType":"Task","id":"e2-task","status":"requested","intent":"order","for":{"reference":"Patient/e2"}}""");
        await _fhir.StoreAsync("""{"resourceType":"Binary","id":"e2-note","contentType":"text/plain","securityContext":{"reference":"Patient/e2"},"data":"eA=="}""");
        foreach (var (target, number) in new[] { "Device/e1-pump", "Device/e2-pump", "Task/e2-task", "Binary/e2-note" }.Select((target, number) => (target, number)))
        {
            await _fhir.StoreAsync($$$"""{"resourceType":"Observation","id":"e1-{{{number}}}","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/e1"},"focus":[{"reference":"{{{target}}}"}]}""");
        }

        using var response = await _fhir.GetAsync("/fhir/Patient/e1/$everything");

        Assert.Equal(["Device/e1-pump"], Resources(await response.JsonAsync(), "include").Keys());
    }

    private static IEnumerable<JsonObject> Resources(JsonObject bundle, string? mode = null)
        => (bundle["entry"]?.AsArray() ?? []).Where(entry => mode is null || (string?)entry!["search"]!["mode"] == mode).Select(entry => entry!["resource"]!.AsObject());
}
