using System.Net;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>The index of records is made after them, and nobody who searches for records can tell.</summary>
public sealed class AuditIndexingTests : IDisposable
{
    private readonly AuditedFhir _audited = new();

    public void Dispose() => _audited.Dispose();

    [Fact]
    public async Task A_record_is_found_by_what_it_says_as_soon_as_it_is_stored()
    {
        await ReadAsync("one");
        Assert.Single(await FoundAsync("patient=Patient/one"));

        await ReadAsync("one");
        await ReadAsync("two");
        Assert.Equal(2, (await FoundAsync("patient=Patient/one")).Count);
        Assert.Single(await FoundAsync("patient=Patient/two"));
        Assert.Equal(3, (await FoundAsync("subtype=read&entity-type=http://terminology.hl7.org/CodeSystem/audit-entity-type|1")).Count);
    }

    [Fact]
    public async Task Records_are_indexed_without_anybody_asking()
    {
        await ReadAsync("one");

        await AllIndexedAsync();

        Assert.NotEqual(0, Count("token_entry where number = (select max(number) from resource)"));
    }

    [Fact]
    public async Task What_a_process_left_without_index_is_found_later()
    {
        await ReadAsync("one");
        await AllIndexedAsync();
        _audited.Execute("delete from reference_entry; delete from token_entry; update audit_indexed set position = 0");

        Assert.Single(await FoundAsync("patient=Patient/one"));
    }

    [Fact]
    public async Task More_records_than_are_indexed_at_once_are_found()
    {
        for (var count = 0; count < 150; count++) await ReadAsync("one");

        Assert.Equal(150, (await FoundAsync("patient=Patient/one&_count=1000")).Count);
    }

    [Fact]
    public async Task While_the_index_cannot_be_made_nobody_is_told_that_there_are_no_records()
    {
        await ReadAsync("one");
        _audited.Execute("create trigger no_index before insert on token_entry begin select raise(abort, 'no'); end");

        using var response = await _audited.Fhir.SendAsync(AuditedFhir.Auditor, "GET", "/fhir/AuditEvent?patient=Patient/one");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private async Task ReadAsync(string patient)
    {
        using var response = await _audited.Fhir.SendAsync(AuditedFhir.Clinic, "GET", $"/fhir/Patient/{patient}");
        if (response.StatusCode != HttpStatusCode.NotFound) return;
        using var stored = await _audited.Fhir.SendAsync(AuditedFhir.Clinic, "PUT", $"/fhir/Patient/{patient}", $$"""{"resourceType":"Patient","id":"{{patient}}"}""");
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        using var again = await _audited.Fhir.SendAsync(AuditedFhir.Clinic, "GET", $"/fhir/Patient/{patient}");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private async Task<List<JsonNode>> FoundAsync(string query)
    {
        using var response = await _audited.Fhir.SendAsync(AuditedFhir.Auditor, "GET", $"/fhir/AuditEvent?outcome=0&subtype=read&{query}");
        var bundle = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. (bundle["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!)];
    }

    private Task AllIndexedAsync()
        => Until.TrueAsync(() => Task.FromResult(Count("audit_indexed join audit_head on audit_indexed.position = audit_head.position") == 1), "the index");

    private int Count(string from) => int.Parse(_audited.Scalar($"select count(*) from {from}"), System.Globalization.CultureInfo.InvariantCulture);
}
