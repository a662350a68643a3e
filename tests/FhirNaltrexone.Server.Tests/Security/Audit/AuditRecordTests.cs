using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Access;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>What is recorded of each interaction, after IHE Basic Audit Log Patterns 1.1.3.</summary>
public sealed class AuditRecordTests : IDisposable
{
    private readonly AuditedFhir _audited = new();

    public void Dispose() => _audited.Dispose();

    private GuardedFhir Fhir => _audited.Fhir;

    [Fact]
    public async Task Each_interaction_has_its_record()
    {
        await StoreAsync("Patient", "p1", """{"resourceType":"Patient","id":"p1"}""");
        await StoreAsync("Observation", "o1", """{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p1"}}""");
        var events = await _audited.EventsAsync();
        Assert.Equal(["create p1", "create p1"], events.Select(Short));
        (string Method, string Path, string? Body, string Expected)[] interactions =
        [
            ("GET", "/fhir/Patient/p1", null, "read p1 0"),
            ("HEAD", "/fhir/Patient/p1", null, "read p1 0"),
            ("GET", "/fhir/Patient/p1/_history/1", null, "vread p1 0"),
            ("GET", "/fhir/Patient/p1/_history", null, "history-instance p1 0"),
            ("GET", "/fhir/Observation/_history", null, "history-type p1 0"),
            ("GET", "/fhir/_history?_count=1", null, "history-system p1 0"),
            ("GET", "/fhir/Observation?code:text=x", null, "search-type p1 0"),
            ("POST", "/fhir/Observation/_search", "code:text=x", "search-type p1 0"),
            ("GET", "/fhir?_type=Patient", null, "search-system p1 0"),
            ("GET", "/fhir/Patient/p1/Observation", null, "search-type p1 0"),
            ("GET", "/fhir/Observation?code:text=nothing", null, "search-type  0"),
            ("GET", "/fhir/Patient/p1/$everything", null, "operation p1 0"),
            ("GET", "/fhir/Patient/absent", null, "read  4"),
            ("GET", "/fhir/Observation?code:nosuch=x", null, "search-type  4"),
            ("PUT", "/fhir/Patient/p1", """{"resourceType":"Patient","id":"p1","active":true}""", "update p1 0"),
            ("PATCH", "/fhir/Patient/p1", """[{"op":"add","path":"/gender","value":"female"}]""", "patch p1 0"),
            ("POST", "/fhir/Observation", """{"resourceType":"Observation","status":"final","code":{"text":"y"},"subject":{"reference":"Patient/p1"}}""", "create p1 0"),
            ("POST", "/fhir/Observation", """{"resourceType":"Observation"}""", "create  4"),
            ("DELETE", "/fhir/Observation/o1", null, "delete p1 0"),
        ];
        foreach (var (method, path, body, expected) in interactions)
        {
            var before = (await _audited.EventsAsync()).Count;
            using var response = await SendAsync(AuditedFhir.Clinic, method, path, body);
            var added = (await _audited.EventsAsync()).Skip(before + 1).ToList();
            Assert.True(added.Count == 1, $"{method} {path} ({(int)response.StatusCode}): {added.Count} records");
            Assert.Equal(expected, $"{Short(added[0])} {added[0]["outcome"]}");
        }

        Assert.Empty(await _audited.VerifyAsync());
    }

    /// <summary>Whoever hides how long a form is, or makes it long, does not hide what was looked for.</summary>
    [Theory]
    [InlineData("chunked")]
    [InlineData("long")]
    [InlineData("gzip")]
    public async Task What_a_form_looks_for_is_recorded_however_it_is_sent(string how)
    {
        var form = Encoding.UTF8.GetBytes("code:text=x" + (how == "long" ? "&_tag=" + new string('t', 20_000) : string.Empty));
        using HttpContent content = how switch
        {
            "chunked" => new PushContent(form),
            "gzip" => new ByteArrayContent(Packed(form)) { Headers = { { "Content-Encoding", "gzip" } } },
            _ => new ByteArrayContent(form),
        };
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var response = await Fhir.SendContentAsync(AuditedFhir.Clinic, "POST", "/fhir/Observation/_search", content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var query = (await _audited.EventsAsync())[^1]["entity"]!.AsArray().Single(entity => entity!["query"] is not null)!["query"]!;
        Assert.EndsWith(Encoding.UTF8.GetString(form), Encoding.UTF8.GetString(Convert.FromBase64String((string)query!)), StringComparison.Ordinal);
    }

    /// <summary>Preferring to be told later makes a form no longer than it may be.</summary>
    [Theory]
    [InlineData(256 * 1024, "plain", HttpStatusCode.Accepted)]
    [InlineData((256 * 1024) + 1, "plain", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(300_000, "plain", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(256 * 1024, "chunked", HttpStatusCode.Accepted)]
    [InlineData((256 * 1024) + 1, "chunked", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(300_000, "chunked", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_long_form_is_refused_that_is_to_be_answered_later(int length, string how, HttpStatusCode expected)
    {
        var form = Encoding.UTF8.GetBytes("code:text=x&_tag=".PadRight(length, 't'));
        using HttpContent content = how == "chunked" ? new PushContent(form) : new ByteArrayContent(form);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var response = await Fhir.SendContentAsync(AuditedFhir.Clinic, "POST", "/fhir/Observation/_search", content, ("Prefer", "respond-async"));

        Assert.Equal(expected, response.StatusCode);
    }

    /// <summary>The number of those found may not multiply what is kept of the search.</summary>
    [Fact]
    public async Task A_long_form_stands_in_one_record_and_its_digest_in_the_others()
    {
        foreach (var id in new[] { "a", "b", "c" }) await StoreAsync("Patient", id, $$"""{"resourceType":"Patient","id":"{{id}}","name":[{"family":"Same"}]}""");
        var before = (await _audited.EventsAsync()).Count + 1;
        var form = "family=Same&unknown=" + new string('x', 2_000);

        using (await SendAsync(AuditedFhir.Clinic, "POST", "/fhir/Patient/_search", form)) { }

        var records = (await _audited.EventsAsync()).Skip(before).ToList();
        Assert.Equal(["search-type a", "search-type b", "search-type c"], records.Select(Short));
        Assert.Equal($"POST /fhir/Patient/_search\n{form}", Query(records[0]));
        var bytes = Encoding.UTF8.GetBytes(form);
        Assert.All(records.Skip(1), record =>
        {
            Assert.StartsWith($"POST /fhir/Patient/_search\n(a form of {bytes.Length} bytes", Query(record), StringComparison.Ordinal);
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)), Query(record), StringComparison.Ordinal);
            Assert.True(Query(record)!.Length < 300);
        });
    }

    [Fact]
    public async Task No_form_is_kept_of_somebody_who_is_not_let_in()
    {
        using var response = await Fhir.SendAsync(null, "POST", "/fhir/Observation/_search", "code:text=x", ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("POST /fhir/Observation/_search", Query((await _audited.EventsAsync())[^1]));
    }

    [Fact]
    public async Task Each_patient_shown_has_a_record_and_so_has_each_of_one_resource()
    {
        foreach (var id in new[] { "a", "b", "c" }) await StoreAsync("Patient", id, $$"""{"resourceType":"Patient","id":"{{id}}","name":[{"family":"Same"}]}""");
        await StoreAsync("Observation", "two", """{"resourceType":"Observation","id":"two","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/a"},"performer":[{"reference":"Patient/b"}]}""");
        var before = (await _audited.EventsAsync()).Count + 1;
        using (await SendAsync(AuditedFhir.Clinic, "GET", "/fhir/Patient?family=Same", null)) { }
        using (await SendAsync(AuditedFhir.Clinic, "GET", "/fhir/Observation/two", null)) { }
        Assert.Equal(["search-type a", "search-type b", "search-type c", "read a", "read b"], (await _audited.EventsAsync()).Skip(before).Select(Short));
    }

    [Fact]
    public async Task A_record_says_who_where_why_and_what_was_asked()
    {
        await StoreAsync("Patient", "p1", """{"resourceType":"Patient","id":"p1"}""");
        using (await SendAsync(AuditedFhir.Clinic, "GET", "/fhir/Patient?_id=p1&_count=5", null)) { }
        var search = (await _audited.EventsAsync()).Last(each => (string)each["subtype"]![0]!["code"]! == "search-type");
        var client = search["agent"]![0]!;
        Assert.Equal("110153", (string)client["type"]!["coding"]![0]!["code"]!);
        Assert.Equal("clinic-app", (string)client["who"]!["identifier"]!["value"]!);
        Assert.Equal("https://auth.example.org", (string)client["who"]!["identifier"]!["system"]!);
        Assert.Equal("urn:jti:token-1", (string)client["policy"]![0]!);
        Assert.False((bool)client["requestor"]!);
        var user = search["agent"]![2]!;
        Assert.Equal("IRCP", (string)user["type"]!["coding"]![0]!["code"]!);
        Assert.Equal("Practitioner/doctor", (string)user["who"]!["reference"]!);
        Assert.True((bool)user["requestor"]!);
        Assert.Equal("TREAT", (string)user["purposeOfUse"]![0]!["coding"]![0]!["code"]!);
        var query = search["entity"]!.AsArray().Single(entity => (string)entity!["role"]?["code"]! == "24")!;
        Assert.Equal("GET /fhir/Patient?_id=p1&_count=5", Encoding.UTF8.GetString(Convert.FromBase64String((string)query["query"]!)));

        // What is read flows to the client: the roles change places.
        using (await SendAsync(AuditedFhir.Clinic, "GET", "/fhir/Patient/p1", null)) { }
        var read = (await _audited.EventsAsync()).Last(each => (string)each["subtype"]![0]!["code"]! == "read");
        Assert.Equal("110152", (string)read["agent"]![0]!["type"]!["coding"]![0]!["code"]!);
        Assert.Equal("Patient/p1", (string)read["entity"]![0]!["what"]!["reference"]!);
    }

    [Fact]
    public async Task Records_are_valid_and_nobody_changes_them()
    {
        await StoreAsync("Patient", "p1", """{"resourceType":"Patient","id":"p1"}""");
        using (await SendAsync(AuditedFhir.Clinic with { Emergency = new("p1", "unconscious patient") }, "GET", "/fhir/Patient?_id=p1", null)) { }
        var all = new Caller { Id = "all", Grants = [new(GrantContext.System, "AuditEvent", (GrantedInteractions)31)] };
        foreach (var record in await _audited.EventsAsync())
        {
            using var validated = await SendAsync(null, "POST", "/fhir/AuditEvent/$validate", record.ToJsonString());
            var outcome = JsonNode.Parse(await validated.Content.ReadAsStringAsync())!;
            Assert.DoesNotContain(outcome["issue"]!.AsArray(), issue => (string)issue!["severity"]! is "error" or "fatal");
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(
                all, "PUT", $"/fhir/AuditEvent/{record["id"]}", record.ToJsonString().Replace("clinic-app", "somebody", StringComparison.Ordinal)));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(all, "DELETE", $"/fhir/AuditEvent/{record["id"]}", null));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(all, "POST", $"/fhir/AuditEvent/{record["id"]}/$purge-history", "{\"resourceType\":\"Parameters\"}"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(AuditedFhir.Clinic, "GET", "/fhir/AuditEvent", null));
    }

    [Fact]
    public async Task What_is_seen_of_others_in_an_emergency_is_recorded_with_the_purpose_of_the_caller()
    {
        foreach (var id in new[] { "a", "b" }) await StoreAsync("Patient", id, $$"""{"resourceType":"Patient","id":"{{id}}","name":[{"family":"Same"}]}""");
        var before = (await _audited.EventsAsync()).Count + 1;

        using (await SendAsync(AuditedFhir.Clinic with { Purpose = "HPAYMT", Emergency = new("a", "unconscious patient") }, "GET", "/fhir/Patient?family=Same", null)) { }

        var records = (await _audited.EventsAsync()).Skip(before).ToList();
        Assert.Equal(["search-type a", "search-type b"], records.Select(Short));
        Assert.Equal(["BTG", "HPAYMT"], records.Select(record => (string)record["agent"]![2]!["purposeOfUse"]![0]!["coding"]![0]!["code"]!));
        Assert.Equal([2, 1], records.Select(record => record["subtype"]!.AsArray().Count));
    }

    /// <summary>JSON may escape any character of a string, the slash too (RFC 8259, 7).</summary>
    [Theory]
    [InlineData("""Patient\/p1""")]
    [InlineData("""\u0050atient/p1""")]
    [InlineData("""Patient/p\u0031""")]
    [InlineData("""http://localhost\/fhir\/Patient\/p1""")]
    public async Task A_patient_is_found_however_the_reference_is_written(string reference)
    {
        await StoreAsync("Patient", "p1", """{"resourceType":"Patient","id":"p1"}""");
        await StoreAsync("Observation", "o1", $$"""{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"x"},"subject":{"reference":"{{reference}}"} }""");

        using (await SendAsync(AuditedFhir.Clinic, "GET", "/fhir/Observation/o1", null)) { }

        Assert.Equal(["create p1", "create p1", "read p1"], (await _audited.EventsAsync()).Select(Short));
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(plain);
        return packed.ToArray();
    }

    private static string? Query(JsonNode record)
        => (string?)record["entity"]!.AsArray().Single(entity => entity!["query"] is not null)!["query"] is { } query
            ? Encoding.UTF8.GetString(Convert.FromBase64String(query)) : null;

    private static string Short(JsonNode record)
    {
        var patient = (record["entity"]?.AsArray() ?? []).SingleOrDefault(entity => (string?)entity!["role"]?["code"] == "1");
        return $"{record["subtype"]![0]!["code"]} {((string?)patient?["what"]!["reference"])?["Patient/".Length..]}";
    }

    private async Task StoreAsync(string type, string id, string json)
    {
        using var response = await SendAsync(AuditedFhir.Clinic, "PUT", $"/fhir/{type}/{id}", json);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> StatusAsync(Caller caller, string method, string path, string? body)
    {
        using var response = await SendAsync(caller, method, path, body);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> SendAsync(Caller? caller, string method, string path, string? body)
        => Fhir.SendAsync(caller ?? AuditedFhir.Clinic, method, path, body, (method, path) switch
        {
            ("PATCH", _) => [("Content-Type", "application/json-patch+json")],
            (_, var search) when search.EndsWith("_search", StringComparison.Ordinal) => [("Content-Type", "application/x-www-form-urlencoded")],
            _ => [],
        });

    /// <summary>A body whose length is not told ahead.</summary>
    private sealed class PushContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
