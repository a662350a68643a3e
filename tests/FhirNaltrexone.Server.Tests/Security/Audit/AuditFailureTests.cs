using System.Net;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>What cannot be recorded does not happen: the database refuses records a hundred times, and nothing is shown or changed.</summary>
public sealed class AuditFailureTests : IDisposable
{
    private const string Canary = "xq7canary";

    private static readonly (string Method, string Path, string? Body)[] Requests =
    [
        ("GET", "/fhir/Patient/p1", null),
        ("GET", "/fhir/Patient/p1/_history/1", null),
        ("GET", "/fhir/Patient/p1/_history", null),
        ("GET", "/fhir/Patient/_history", null),
        ("GET", "/fhir/_history", null),
        ("GET", "/fhir/Patient", null),
        ("GET", $"/fhir/Patient?family={Canary}", null),
        ("GET", "/fhir?_type=Patient", null),
        ("POST", "/fhir/Patient/_search", "_id=p1"),
        ("GET", "/fhir/Patient/p1/Observation", null),
        ("GET", "/fhir/Patient/p1/$everything", null),
        ("GET", "/fhir/Patient/p1/$meta", null),
        ("GET", "/fhir/Patient/absent", null),
        ("POST", "/fhir", """{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Patient/p1"}}]}"""),
        ("POST", "/fhir", """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","name":[{"family":"new"}]},"request":{"method":"POST","url":"Patient"}},{"request":{"method":"GET","url":"Patient/p1"}}]}"""),
        ("POST", "/fhir/Patient", """{"resourceType":"Patient","name":[{"family":"new"}]}"""),
        ("PUT", "/fhir/Patient/p1", """{"resourceType":"Patient","id":"p1","name":[{"family":"changed"}]}"""),
        ("PATCH", "/fhir/Patient/p1", """[{"op":"add","path":"/gender","value":"female"}]"""),
        ("DELETE", "/fhir/Patient/p1", null),
        ("DELETE", "/fhir/Patient?_id=p1", null),
    ];

    private readonly AuditedFhir _audited = new();

    public void Dispose() => _audited.Dispose();

    [Theory]
    [InlineData("create trigger no_links before insert on audit_chain begin select raise(abort, 'no'); end")]
    [InlineData("create trigger no_links before update on audit_head begin select raise(abort, 'no'); end")]
    [InlineData("create trigger no_links before insert on resource when new.type in (select type from resource where id = 'audited') begin select raise(abort, 'no'); end")]
    [InlineData("create trigger no_links before insert on audit_chain begin select raise(rollback, 'no'); end")]
    [InlineData("alter table audit_chain rename to audit_chain_gone")]
    public async Task A_request_whose_record_is_refused_fails_and_shows_and_changes_nothing(string injury)
    {
        using (var stored = await SendAsync("PUT", "/fhir/Patient/p1", $$"""{"resourceType":"Patient","id":"p1","name":[{"family":"{{Canary}}"}]}"""))
        {
            Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        }

        var versions = VersionsOfPatients();
        if (injury.Contains("'audited'", StringComparison.Ordinal)) injury = injury.Replace("select type from resource where id = 'audited'", TypeOfRecords(), StringComparison.Ordinal);
        _audited.Execute(injury);
        foreach (var (method, path, body) in Requests)
        {
            using var response = await SendAsync(method, path, body);
            var text = await response.Content.ReadAsStringAsync();

            // A record that breaks a constraint within the transaction of a change looks like a lost race.
            var isChange = method is not "GET" && !path.EndsWith("_search", StringComparison.Ordinal);
            Assert.True(
                response.StatusCode == HttpStatusCode.ServiceUnavailable || (isChange && response.StatusCode == HttpStatusCode.Conflict),
                $"{method} {path}: {(int)response.StatusCode} {text}");
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.Equal("OperationOutcome", (string)JsonNode.Parse(text)!["resourceType"]!);
            Assert.False(response.Headers.Contains("ETag"));
            Assert.Null(response.Headers.Location);
        }

        Assert.Equal(versions, VersionsOfPatients());
    }

    private string TypeOfRecords() => _audited.Scalar("select r.type from resource r join audit_chain a on a.id = r.id limit 1");

    private string VersionsOfPatients()
        => _audited.Scalar("select count(*) || ' ' || max(sequence) from resource_version where type = (select type from resource where id = 'p1')");

    private Task<HttpResponseMessage> SendAsync(string method, string path, string? body)
        => _audited.Fhir.SendAsync(AuditedFhir.Clinic, method, path, body, method == "PATCH"
            ? [("Content-Type", "application/json-patch+json")]
            : path.EndsWith("_search", StringComparison.Ordinal) ? [("Content-Type", "application/x-www-form-urlencoded")] : []);
}
