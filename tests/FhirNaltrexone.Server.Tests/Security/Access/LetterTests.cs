using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>Letters of scopes where one request does more than one thing, and where rights are lost between two.</summary>
public sealed class LetterTests : IDisposable
{
    private const GrantedInteractions Changing = GrantedInteractions.Create | GrantedInteractions.Update | GrantedInteractions.Delete;
    private const string Canary = "CANARY";

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_reference_to_an_old_version_does_not_refuse_the_search_of_one_who_may_only_search()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p","gender":"male"}""");
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p/_history/1"}}""");
        var searcher = With(new Grant(GrantContext.System, null, GrantedInteractions.Search));
        const string Path = "Condition?_include=Condition:patient";

        var found = await _server.GetAsync(searcher, Path);

        Assert.Equal(["Condition"], Types(found));
        Assert.Equal(["Condition", "Patient"], Types(await _server.GetAsync(Callers.Clinic, Path)));
    }

    /// <summary>What comes along could be read by its id; what refers to a match must be found.</summary>
    [Theory]
    [InlineData("Condition?_include=Condition:patient", "Condition", "Patient", GrantedInteractions.Read, true)]
    [InlineData("Condition?_include=Condition:patient", "Condition", "Patient", GrantedInteractions.Search, true)]
    [InlineData("Condition?_include=Condition:patient", "Condition", "Patient", GrantedInteractions.Update, false)]
    [InlineData("Patient?_revinclude=Condition:patient", "Patient", "Condition", GrantedInteractions.Read, false)]
    [InlineData("Patient?_revinclude=Condition:patient", "Patient", "Condition", GrantedInteractions.Search, true)]
    public async Task What_is_included_needs_r_or_s_and_what_refers_to_a_match_s(string path, string searched, string included, GrantedInteractions letters, bool isIncluded)
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"} }""");
        var caller = With(new(GrantContext.System, searched, GrantedInteractions.Search), new(GrantContext.System, included, letters));

        Assert.Equal(isIncluded ? [searched, included] : [searched], Types(await _server.GetAsync(caller, path)));
    }

    [Theory]
    [InlineData("GET", "Condition/x", null, "This needs a scope with r for Condition.")]
    [InlineData("GET", "Condition?code=x", null, "This needs a scope with s for Condition.")]
    [InlineData("POST", "Condition", """{"resourceType":"Condition","subject":{"reference":"Patient/p"}}""", "This needs a scope with c for Condition.")]
    [InlineData("DELETE", "Condition/x", null, "This needs a scope with d for Condition.")]
    [InlineData("GET", "Condition/_history", null, "This history is for those who may see all of it: it needs a scope with s, without a query, for Condition.")]
    [InlineData("GET", "Observation?patient.name=x", null, "This needs a scope with s for Patient.")]
    [InlineData("GET", "Observation?subject:Patient.general-practitioner:Practitioner.name=x", null, "This needs a scope with s for Patient.")]
    [InlineData("GET", "Observation?_has:Provenance:target:agent=Practitioner/x", null, "This needs a scope with s for Provenance.")]
    [InlineData("PUT", "Observation/new", """{"resourceType":"Observation","id":"new","status":"final","code":{"text":"x"}}""", "The ids of new resources are chosen by the server here: create it by POST.")]
    public async Task A_refusal_says_which_scope_is_missing(string method, string path, string? body, string said)
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p","name":[{"family":"x"}]}""");
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"}}""");
        await _server.PutAsync(null, """{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p"}}""");
        var app = With(new Grant(GrantContext.System, "Observation", Changing | GrantedInteractions.Read | GrantedInteractions.Search)) with { ChoosesIds = false };

        using var response = await _server.SendAsync(app, method, path, body);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var outcome = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(said, (string?)outcome["issue"]![0]!["diagnostics"]);
    }

    [Theory]
    [InlineData("ValueSet", "ValueSet/$expand?url=http://example.org/vs")]
    [InlineData("CodeSystem", "CodeSystem/$lookup?system=http://example.org/cs&code=secret")]
    public async Task Definitions_of_others_answer_to_those_who_may_read_them(string type, string path)
    {
        await _server.PutAsync(null, $$"""{"resourceType":"CodeSystem","id":"cs","url":"http://example.org/cs","status":"active","content":"complete","concept":[{"code":"secret","display":"{{Canary}}"}]}""");
        await _server.PutAsync(null, """{"resourceType":"ValueSet","id":"vs","url":"http://example.org/vs","status":"active","compose":{"include":[{"system":"http://example.org/cs"}]} }""");
        var app = new Caller { Id = "app", Issuer = "as", Patient = "a" };

        foreach (var (grant, status) in new (Grant, HttpStatusCode)[]
        {
            (new(GrantContext.Patient, "Observation", GrantedInteractions.Read), HttpStatusCode.Forbidden),
            (new(GrantContext.Patient, type, GrantedInteractions.Search), HttpStatusCode.Forbidden),
            (new(GrantContext.System, type, GrantedInteractions.Read, "status=draft"), HttpStatusCode.Forbidden),
            (new(GrantContext.Patient, type, GrantedInteractions.Read), HttpStatusCode.OK),
            (new(GrantContext.System, null, GrantedInteractions.Read), HttpStatusCode.OK),
        })
        {
            using var response = await _server.SendAsync(app with { Grants = [grant] }, "GET", path);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(status == HttpStatusCode.OK, text.Contains(Canary, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Files_of_an_export_are_for_whoever_may_still_have_their_types()
    {
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"flu","subject":{"reference":"Patient/p"}}""");
        using var kickoff = await _server.SendAsync(Callers.Clinic, "GET", "$export?_type=Condition", null, ("Prefer", "respond-async"));
        var job = Local(kickoff.Content.Headers.ContentLocation!.ToString());
        await Until.TrueAsync(async () => await _server.StatusAsync(Callers.Clinic, job) == HttpStatusCode.OK, "the export");
        var manifest = await _server.GetAsync(Callers.Clinic, job);
        var file = Local((string)manifest["output"]![0]!["url"]!);

        Assert.True((bool)manifest["requiresAccessToken"]!);
        foreach (var grant in new Grant[]
        {
            new(GrantContext.System, "Patient", GrantedInteractions.Read | GrantedInteractions.Search),
            new(GrantContext.System, "Condition", GrantedInteractions.Read),
            new(GrantContext.System, "Condition", GrantedInteractions.Read | GrantedInteractions.Search, "code=x"),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await _server.StatusAsync(With(grant), job));
            Assert.Equal(HttpStatusCode.Forbidden, await _server.StatusAsync(With(grant), file));
        }

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(With(new Grant(GrantContext.System, "Condition", GrantedInteractions.Read | GrantedInteractions.Search)), file));
    }

    [Fact]
    public async Task An_answer_that_came_later_is_for_whoever_still_has_the_rights_it_was_made_with()
    {
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"flu","subject":{"reference":"Patient/p"}}""");
        using var taken = await _server.SendAsync(Callers.Clinic, "GET", "Condition/flu", null, ("Prefer", "respond-async"));
        var job = Local(taken.Content.Headers.ContentLocation!.ToString());
        await Until.TrueAsync(async () => await _server.StatusAsync(Callers.Clinic, job) == HttpStatusCode.OK, "the answer");

        Assert.Equal(HttpStatusCode.Forbidden, await _server.StatusAsync(With(new Grant(GrantContext.System, "Patient", GrantedInteractions.Read)), job));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Callers.Clinic, job));
    }

    [Theory]
    [InlineData("PUT", "Condition/x", """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}],"language":"en"}""")]
    [InlineData("PUT", "Condition/x", """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}]}""")]
    [InlineData("PATCH", "Condition/x", """[{"op":"add","path":"/language","value":"de"}]""")]
    [InlineData("PATCH", "Condition/x", """[{"op":"replace","path":"/resourceType","value":"Condition"}]""")]
    [InlineData("POST", "Condition", """{"resourceType":"Condition","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}]}""")]
    [InlineData("POST", "Condition/x/$meta-add", """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"x","display":"CANARY"}]}}]}""")]
    [InlineData("POST", "", """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}]},"request":{"method":"PUT","url":"Condition/x"}}]}""")]
    public async Task A_right_to_change_is_none_to_read(string method, string path, string body)
    {
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}]}""");
        (string, string)[] headers = method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : [("Prefer", "return=representation")];
        foreach (var (caller, isShown) in new[]
        {
            (With(new Grant(GrantContext.System, "Condition", Changing)), false),
            (With(new(GrantContext.System, "Condition", Changing), new(GrantContext.System, "Condition", GrantedInteractions.Read, "code=y")), false),
            (With(new Grant(GrantContext.System, "Condition", Changing | GrantedInteractions.Read)), true),
        })
        {
            using var response = await _server.SendAsync(caller, method, path, body, headers);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
            Assert.Equal(isShown, text.Contains(Canary, StringComparison.Ordinal));
        }
    }

    /// <summary>A patch that asks what is there tells it by its end, whatever it changes.</summary>
    [Theory]
    [InlineData("application/json-patch+json", """[{"op":"test","path":"/note/0/text","value":"%"}]""")]
    [InlineData("application/json-patch+json", """[{"op":"add","path":"/language","value":"de"},{"op":"test","path":"/note/0/text","value":"%"}]""")]
    [InlineData("application/fhir+json", """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"replace"},{"name":"path","valueString":"Condition.note.where(text = '%').text"},{"name":"value","valueString":"CANARY"}]}]}""")]
    [InlineData("application/fhir+json", """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"replace"},{"name":"path","valueString":"Condition.note[text = '%']"},{"name":"value","valueString":"CANARY"}]}]}""")]
    public async Task What_a_patch_asks_is_answered_to_readers_only(string type, string patch)
    {
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}] }""");
        await _server.PutAsync(null, """{"resourceType":"Condition","id":"y","subject":{"reference":"Patient/p"},"note":[{"text":"CANARY"}] }""");
        foreach (var writer in new[]
        {
            With(new Grant(GrantContext.System, "Condition", Changing)),
            With(new(GrantContext.System, "Condition", Changing), new(GrantContext.System, "Condition", GrantedInteractions.Read, "code=y")),
        })
        {
            var right = await PatchAsync(writer, "x", Canary);

            Assert.Equal(HttpStatusCode.Forbidden, right.Status);
            Assert.Equal(right, await PatchAsync(writer, "x", "wrong"));
            Assert.Equal(right, await PatchAsync(writer, "none", Canary));
            var inBundle = await PatchAsync(writer, "x", Canary, isInBundle: true);
            Assert.Equal(HttpStatusCode.Forbidden, inBundle.Status);
            Assert.Equal(inBundle, await PatchAsync(writer, "x", "wrong", isInBundle: true));
        }

        var reader = With(new Grant(GrantContext.System, "Condition", Changing | GrantedInteractions.Read));
        Assert.NotEqual(HttpStatusCode.Forbidden, (await PatchAsync(reader, "y", Canary)).Status);
        Assert.Equal("1", (string?)(await _server.GetAsync(null, "Condition/x"))["meta"]!["versionId"]);

        async Task<(HttpStatusCode Status, string Said)> PatchAsync(Caller caller, string id, string guess, bool isInBundle = false)
        {
            var body = patch.Replace("%", guess, StringComparison.Ordinal);
            using var response = isInBundle
                ? await _server.SendAsync(caller, "POST", "", Entry($"Condition/{id}", type, body))
                : await _server.SendAsync(caller, "PATCH", $"Condition/{id}", body, ("Content-Type", type));
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (response.StatusCode, text.Length == 0 ? text : (string?)JsonNode.Parse(text)!["issue"]?[0]!["diagnostics"] ?? string.Empty);
        }
    }

    private static string Entry(string url, string type, string patch)
    {
        var data = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(patch));
        var resource = type == "application/fhir+json" ? patch : $$"""{"resourceType":"Binary","contentType":"{{type}}","data":"{{data}}"}""";
        return $$"""{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"PATCH","url":"{{url}}"},"resource":{{resource}} }]}""";
    }

    private static Caller With(params IReadOnlyList<Grant> grants) => Callers.Clinic with { Grants = grants };

    private static string Local(string address) => new Uri(address).AbsolutePath["/fhir/".Length..];

    private static string[] Types(JsonNode bundle) => [.. bundle["entry"]!.AsArray().Select(entry => (string)entry!["resource"]!["resourceType"]!)];
}
