using System.IO.Compression;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations.Export;

/// <summary>Bulk Data 2.0 as clients see it; the named checks of the public test kit among them.</summary>
public sealed class BulkExportTests(OperationServer server) : IClassFixture<OperationServer>
{
    private static readonly (string, string)[] Async = [("Prefer", "respond-async")];

    private readonly FhirHttp _fhir = server.Fhir;

    [Fact]
    public async Task The_capability_statement_declares_the_export_of_a_group()
    {
        using var response = await _fhir.GetAsync("/fhir/metadata");
        var rest = (await response.JsonAsync())["rest"]![0]!;

        var operations = rest["resource"]!.AsArray().SelectMany(resource => resource!["operation"]?.AsArray() ?? []).Concat(rest["operation"]!.AsArray());
        var definitions = operations.Where(operation => (string?)operation!["name"] == "export").Select(operation => (string?)operation!["definition"]).Distinct();

        Assert.Equal(
            ["http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export", "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export", "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export"],
            definitions.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/fhir/Group/cohort/$export", "Group/cohort,MedicationRequest/p1-rx,MedicationRequest/p2-rx,Observation/p1-alt,Observation/p2-alt,Patient/p1,Patient/p2")]
    [InlineData("/fhir/Patient/$export", "Group/cohort,MedicationRequest/p1-rx,MedicationRequest/p2-rx,MedicationRequest/p3-rx,Observation/p1-alt,Observation/p2-alt,Observation/p3-alt,Patient/p1,Patient/p2,Patient/p3")]
    [InlineData("/fhir/$export", "Group/cohort,Medication/naltrexone,MedicationRequest/p1-rx,MedicationRequest/p2-rx,MedicationRequest/p3-rx,Observation/p1-alt,Observation/p2-alt,Observation/p3-alt,Organization/clinic,Patient/p1,Patient/p2,Patient/p3,Practitioner/doctor")]
    [InlineData("/fhir/$export?_type=Patient,Medication", "Medication/naltrexone,Patient/p1,Patient/p2,Patient/p3")]
    [InlineData("/fhir/$export?_type=Patient&_type=Medication", "Medication/naltrexone,Patient/p1,Patient/p2,Patient/p3")]
    [InlineData("/fhir/$export?_type=Observation,Patient&_typeFilter=Observation%3Fpatient%3Dp2,Observation%3Fpatient%3Dp3", "Observation/p2-alt,Observation/p3-alt,Patient/p1,Patient/p2,Patient/p3")]
    [InlineData("/fhir/$export?_type=Patient&_since=2999-01-01T00:00:00Z", "")]
    public async Task Each_level_exports_what_belongs_to_it(string path, string expected)
    {
        var manifest = await _fhir.ResultAsync(await _fhir.GetAsync(path, Async).AcceptedAsync());

        var lines = await _fhir.LinesAsync(manifest, "output");

        Assert.Equal(expected, string.Join(',', lines.Keys()));
    }

    [Fact]
    public async Task The_manifest_has_all_its_keys_and_expires()
    {
        using var response = await _fhir.EndAsync(await _fhir.GetAsync("/fhir/$export?_type=Patient", Async).AcceptedAsync());
        var manifest = await response.JsonAsync();

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Content.Headers.Expires > DateTimeOffset.UtcNow);
        Assert.Equal(["transactionTime", "request", "requiresAccessToken", "output", "deleted", "error"], manifest.Select(member => member.Key));
        Assert.Equal("http://localhost/fhir/$export?_type=Patient", (string?)manifest["request"]);
        Assert.Equal("Patient", (string?)Assert.Single(manifest["output"]!.AsArray())!["type"]);
        Assert.InRange(DateTimeOffset.Parse((string)manifest["transactionTime"]!, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
    }

    [Theory]
    [InlineData("application/fhir+ndjson")]
    [InlineData("application/ndjson")]
    [InlineData("ndjson")]
    [InlineData("application%2Ffhir%2Bndjson")]
    public async Task Output_formats_go_by_all_their_names(string format)
        => await _fhir.ResultAsync(await _fhir.GetAsync($"/fhir/$export?_type=Medication&_outputFormat={format}", Async).AcceptedAsync());

    [Theory]
    [InlineData("_outputFormat=text/csv")]
    [InlineData("_since=yesterday")]
    [InlineData("_type=Pateint")]
    [InlineData("_typeFilter=Observation")]
    [InlineData("_typeFilter=Observation%3Fcolour%3Dred")]
    [InlineData("_typeFilter=Observation%3F_sort%3Ddate")]
    [InlineData("_type=Patient&_typeFilter=Observation%3Fpatient%3Dp1")]
    [InlineData("includeAssociatedData=LatestProvenanceResources")]
    [InlineData("patient=Patient/p1")]
    public async Task What_cannot_be_done_is_refused(string query)
    {
        using var response = await _fhir.GetAsync($"/fhir/$export?{query}", Async);

        await response.IssueAsync(400);
    }

    [Fact]
    public async Task Lenient_clients_go_without_and_find_it_in_the_error_file()
    {
        var address = await _fhir.GetAsync("/fhir/$export?_type=Medication&includeAssociatedData=x", ("Prefer", "respond-async, handling=lenient")).AcceptedAsync();

        var manifest = await _fhir.ResultAsync(address);

        Assert.Single(await _fhir.LinesAsync(manifest, "output"));
        Assert.Equal("warning", (string?)Assert.Single(await _fhir.LinesAsync(manifest, "error"))["issue"]![0]!["severity"]);
    }

    /// <summary>A preference is for all of a bundle.</summary>
    [Theory]
    [InlineData("handling=lenient", "202")]
    [InlineData("handling=strict", "400")]
    public async Task An_entry_of_a_batch_is_as_lenient_as_the_request(string preference, string status)
    {
        var batch = """{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"$export?_type=Medication&includeAssociatedData=x"}}]}""";

        using var response = await _fhir.PostAsync("/fhir", batch, ("Prefer", preference));

        var entry = Assert.Single((await response.JsonAsync())["entry"]!.AsArray())!;
        Assert.StartsWith(status, (string?)entry["response"]!["status"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_a_body_and_parameters_in_the_address_starts_an_export()
    {
        var manifest = await _fhir.ResultAsync(await _fhir.PostAsync("/fhir/$export?_type=Medication", null, ("Accept", "application/fhir+json, */*; q=0.1")).AcceptedAsync());

        Assert.Equal(["Medication/naltrexone"], (await _fhir.LinesAsync(manifest, "output")).Keys());
    }

    [Fact]
    public async Task A_post_with_parameters_chooses_patients()
    {
        var body = """{"resourceType":"Parameters","parameter":[{"name":"patient","valueReference":{"reference":"Patient/p2"}},{"name":"_type","valueString":"Patient,Observation"}]}""";

        var manifest = await _fhir.ResultAsync(await _fhir.PostAsync("/fhir/Patient/$export", body, Async).AcceptedAsync());

        Assert.Equal(["Observation/p2-alt", "Patient/p2"], (await _fhir.LinesAsync(manifest, "output")).Keys());
    }

    /// <summary>Bulk Data 2.0, patient: nothing outside this list is returned.</summary>
    [Theory]
    [InlineData("""{"name":"patient","valueReference":{"identifier":{"value":"p2"}}}""")]
    [InlineData("""{"name":"patient","valueReference":{"display":"p2"}}""")]
    [InlineData("""{"name":"patient","valueReference":{"reference":2}}""")]
    [InlineData("""{"name":"patient","valueIdentifier":{"value":"p2"}}""")]
    [InlineData("""{"name":"patient","valueString":""}""")]
    [InlineData("""{"name":"patient"}""")]
    [InlineData("""{"name":"_type","valueCoding":{"code":"Patient"}}""")]
    public async Task A_parameter_that_cannot_be_read_is_refused_and_not_left_out(string parameter)
    {
        using var response = await _fhir.PostAsync("/fhir/Patient/$export", $$"""{"resourceType":"Parameters","parameter":[{{parameter}}]}""", Async);

        await response.IssueAsync(400);
    }

    [Fact]
    public async Task A_body_that_is_no_parameters_is_refused()
    {
        using var response = await _fhir.PostAsync("/fhir/Patient/$export", """{"resourceType":"Patient","id":"p2"}""", Async);

        await response.IssueAsync(400);
    }

    [Fact]
    public async Task Elements_bring_those_asked_for_and_those_that_must_be_there()
    {
        var manifest = await _fhir.ResultAsync(await _fhir.GetAsync("/fhir/$export?_type=Observation,Medication&_elements=Observation.subject", Async).AcceptedAsync());

        var lines = await _fhir.LinesAsync(manifest, "output");

        var observation = lines.First(line => (string?)line["resourceType"] == "Observation");
        Assert.Equal(["code", "id", "meta", "resourceType", "status", "subject"], observation.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("SUBSETTED", (string?)observation["meta"]!["tag"]![0]!["code"]);
        Assert.NotNull(lines.Single(line => (string?)line["resourceType"] == "Medication")["manufacturer"]);
    }

    [Fact]
    public async Task Files_are_packed_for_whoever_takes_it()
    {
        var manifest = await _fhir.ResultAsync(await _fhir.GetAsync("/fhir/$export?_type=Medication", Async).AcceptedAsync());
        var url = (string)manifest["output"]![0]!["url"]!;

        using var packed = await _fhir.GetAsync(url, ("Accept-Encoding", "gzip"));
        using var plain = await _fhir.GetAsync(url);

        Assert.Equal("gzip", packed.Header("Content-Encoding"));
        await using var gzip = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task After_cancelling_job_and_files_are_not_found()
    {
        var address = await _fhir.GetAsync("/fhir/$export?_type=Medication", Async).AcceptedAsync();
        var url = (string)(await _fhir.ResultAsync(address))["output"]![0]!["url"]!;

        using var cancelled = await _fhir.SendAsync("DELETE", address, null);
        using var status = await _fhir.GetAsync(address);
        using var file = await _fhir.GetAsync(url);
        using var again = await _fhir.SendAsync("DELETE", address, null);

        Assert.Equal(202, (int)cancelled.StatusCode);
        await status.IssueAsync(404);
        await file.IssueAsync(404);
        await again.IssueAsync(404);
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_not_found()
    {
        using var response = await _fhir.GetAsync("/fhir/Group/none/$export", Async);

        await response.IssueAsync(404);
    }

    [Fact]
    public async Task Deletions_since_come_as_bundles()
    {
        await _fhir.StoreAsync("""{"resourceType":"Basic","id":"gone","code":{"text":"x"}}""");
        await Task.Delay(5);
        var since = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await Task.Delay(5);
        using var deleted = await _fhir.SendAsync("DELETE", "/fhir/Basic/gone", null);

        var manifest = await _fhir.ResultAsync(await _fhir.GetAsync($"/fhir/$export?_type=Basic&_since={since}", Async).AcceptedAsync());

        Assert.Empty(manifest["output"]!.AsArray());
        var bundle = Assert.Single(await _fhir.LinesAsync(manifest, "deleted"));
        Assert.Equal("Basic/gone", (string?)Assert.Single(bundle["entry"]!.AsArray())!["request"]!["url"]);
    }

    [Fact]
    public async Task Too_many_jobs_are_refused_with_a_time_to_come_back()
    {
        using var fhir = new FhirHttp([("Jobs:MaxUnfinished", "1"), ("Jobs:Concurrency", "0")]);
        await fhir.GetAsync("/fhir/$export", Async).AcceptedAsync();

        using var response = await fhir.GetAsync("/fhir/$export", Async);

        Assert.NotNull(response.Header("Retry-After"));
        await response.IssueAsync(429);
    }

    [Fact]
    public async Task Somebody_elses_guess_at_a_job_is_not_found()
    {
        using var response = await _fhir.GetAsync("/fhir/_async/00000000000000000000000000000000");

        Assert.Equal("not-found", (string?)(await response.IssueAsync(404))["code"]);
    }
}
