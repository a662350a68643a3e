using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Audit;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>A patient can ask to whom records of a programme went on their consent (42 CFR 2.25): each such disclosure has a Provenance.</summary>
public sealed class DisclosureAccountTests : IDisposable
{
    private const string Ehr = "https://ehr.example.org/fhir";
    private const string Profile = "https://fhirnaltrexone.example.org/fhir/StructureDefinition/part2-disclosure";
    private const GrantedInteractions Reading = GrantedInteractions.Read | GrantedInteractions.Search;

    private static readonly TestKey Key = TestKey.P384("key");
    private static readonly Caller Clinic = Callers.Clinic with { Organization = "http://hl7.org/fhir/sid/us-npi|1234567893", User = "Practitioner/dr" };
    private static readonly Caller Warehouse = Callers.Clinic with { Id = "warehouse", Issuer = "https://warehouse.example.org" };

    private readonly SqliteFile _file = new();
    private AccessServer _server;

    public DisclosureAccountTests() => _server = Start();

    public void Dispose()
    {
        _server.Dispose();
        _file.Dispose();
    }

    [Fact]
    public async Task A_read_by_consent_is_accounted_for_with_all_that_the_rule_asks_for()
    {
        await StoreAsync();

        var read = await _server.GetAsync(Clinic, "Condition/flu");

        var account = Assert.Single(await AccountsAsync("target=Condition/flu"));
        Assert.Equal(Ids(account), Ids(Assert.Single(await AccountsAsync("patient=Patient/p"))));
        await AssertValidAsync(account);
        Assert.Equal(["Patient/p", "Condition/flu/_history/1"], Targets(account));
        Assert.Equal("Consent/c/_history/1", (string?)Assert.Single(account["entity"]!.AsArray())!["what"]!["reference"]);
        Assert.Equal("TREAT", (string?)Assert.Single(account["reason"]!.AsArray())!["coding"]![0]!["code"]);
        var agents = account["agent"]!.AsArray();
        Assert.Equal(["CST", "IRCP", "IRCP"], agents.Select(agent => (string?)agent!["role"]![0]!["coding"]![0]!["code"]));
        Assert.Equal("The clinic of this test", (string?)agents[0]!["who"]!["display"]);
        Assert.Equal("clinic", (string?)agents[1]!["who"]!["identifier"]!["value"]);
        Assert.Equal("Practitioner/dr", (string?)agents[2]!["who"]!["reference"]);
        Assert.All(agents.Skip(1), agent => Assert.Equal("1234567893", (string?)agent!["onBehalfOf"]!["identifier"]!["value"]));
        Assert.Equal(Codes(read).Order(StringComparer.Ordinal), Codes(account).Order(StringComparer.Ordinal));
        Assert.Contains("NORDSCLCD", Notice(account), StringComparison.Ordinal);
        var record = Assert.Single(await RecordsAsync(), one => (string?)one["id"] == (string?)account["id"]);
        Assert.Equal((string?)record["recorded"], (string?)account["occurredDateTime"]);
        Assert.Contains(record["entity"]!.AsArray(), entity => (string?)entity!["what"]?["reference"] == "Consent/c/_history/1");
        await AssertValidAsync(record, null);
    }

    [Theory]
    [InlineData("Condition?subject=Patient/p", 1)]
    [InlineData("Condition/flu/_history", 1)]
    [InlineData("Condition/_history", 1)]
    [InlineData("Condition/flu/_history/1", 0)]
    [InlineData("Patient/p/$everything", 1)]
    [InlineData("Patient?_id=p&_revinclude=Condition:subject", 1)]
    public async Task Each_door_is_accounted_for_with_the_notice_of_its_answer(string path, int notices)
    {
        await StoreAsync();

        var answer = await _server.GetAsync(Clinic, path);

        var account = Assert.Single(await AccountsAsync("target=Condition/flu"));
        await AssertValidAsync(account);
        Assert.Contains("Condition/flu/_history/1", Targets(account));
        Assert.Equal(notices == 1 ? DisclosureTexts.Part2Text : Notice(account), Notice(account));
        Assert.Equal(notices, answer.ToJsonString().Contains("\"part2-redisclosure\"", StringComparison.Ordinal) ? 1 : 0);
    }

    /// <summary>The account is made some seconds after the record; nobody who asks sooner may take it for missing.</summary>
    [Theory]
    [InlineData("Provenance?patient=Patient/p")]
    [InlineData("Patient/p/$everything")]
    [InlineData("Patient/p/*")]
    [InlineData("Patient?_id=p&_revinclude=*")]
    public async Task An_account_is_there_for_whoever_asks_at_once(string door)
    {
        await StoreAsync();

        await _server.GetAsync(Clinic, "Condition/flu");

        Assert.Contains(await FoundAsync(Anna, door), resource => (string?)resource["resourceType"] == "Provenance");
    }

    [Fact]
    public async Task An_account_is_there_under_its_id_at_once()
    {
        await StoreAsync();
        await _server.GetAsync(Clinic, "Condition/flu");
        var links = await _server.Server.Services.GetRequiredService<ResourceStores>().Audit.ListAsync(0, 100, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(Anna, $"Provenance/{links[^1].Id}"));
    }

    /// <summary>What makes it a record of a programme stands in what it belongs to.</summary>
    [Fact]
    public async Task A_Binary_is_accounted_for_as_what_it_belongs_to()
    {
        await StoreAsync();
        await _server.PutAsync(Callers.Other, """{"resourceType":"Binary","id":"note","contentType":"text/plain","data":"aGVyb2lu","securityContext":{"reference":"Condition/flu"} }""");

        using var read = await _server.SendAsync(Clinic, "GET", "Binary/note", null, ("Accept", "application/fhir+json"));

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var account = Assert.Single(await AccountsAsync("target=Binary/note"));
        await AssertValidAsync(account);
        Assert.Contains("Binary/note/_history/1", Targets(account));
        Assert.Contains("42CFRPart2", Codes(account));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other, $"Provenance/{(string?)account["id"]}"));
        await AssertValidAsync(Assert.Single(await RecordsAsync(), one => (string?)one["id"] == (string?)account["id"]), null);
    }

    /// <summary>Bare data have no place for labels: what goes out by a consent goes out as a resource.</summary>
    [Theory]
    [InlineData("*/*")]
    [InlineData("text/plain")]
    [InlineData("text/plain, application/pdf;q=0.5")]
    public async Task Bare_data_do_not_go_out_by_a_consent(string accept)
    {
        await StoreAsync();
        await _server.PutAsync(Callers.Programme, """{"resourceType":"Binary","id":"note","contentType":"text/plain","data":"aGVyb2lu","securityContext":{"reference":"Patient/p"} }""");
        foreach (var path in new[] { "Binary/note", "Binary/note/_history/1" })
        {
            using var bare = await _server.SendAsync(Clinic, "GET", path, null, ("Accept", accept));

            Assert.Equal(HttpStatusCode.NotAcceptable, bare.StatusCode);
            Assert.DoesNotContain("heroin", await bare.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Empty(await AccountsAsync("target=Binary/note"));
        using var own = await _server.SendAsync(Callers.Programme, "GET", "Binary/note", null, ("Accept", accept));
        Assert.Equal("heroin", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var read = await _server.SendAsync(Clinic, "GET", "Binary/note", null, ("Accept", "application/fhir+json"));
        Assert.Contains("42CFRPart2", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(await AccountsAsync("target=Binary/note"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_patches_a_part_is_shown_the_rest(bool isTransaction)
    {
        const string Patch = """[{"op":"add","path":"/language","value":"en"}]""";
        await StoreAsync();

        var bundle = $$"""
            {"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"PATCH","url":"Condition/flu"},
             "resource":{"resourceType":"Binary","contentType":"application/json-patch+json","data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Patch))}}"} }]}
            """;
        using var patched = isTransaction
            ? await _server.SendAsync(Clinic, "POST", "", bundle)
            : await _server.SendAsync(Clinic, "PATCH", "Condition/flu", Patch, ("Content-Type", "application/json-patch+json"));

        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Assert.Contains("Condition/flu/_history/1", Targets(Assert.Single(await AccountsAsync("target=Condition/flu"))));
    }

    [Fact]
    public async Task What_needed_no_consent_and_what_was_not_shown_is_not_accounted_for()
    {
        await StoreAsync();
        await _server.PutAsync(Callers.Other, Condition("plain", "J11.1"));
        await _server.PutAsync(Callers.Other, Condition("code", "F11.20"));

        // By nobody's consent, of no programme, by who holds it, by who it is of, in an emergency, not again, and not at all.
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(Callers.Other, "Condition/flu"));
        await _server.GetAsync(Clinic, "Condition/plain");
        await _server.GetAsync(Clinic, "Condition/code");
        await _server.GetAsync(Callers.Programme, "Condition/flu");
        await _server.GetAsync(Anna, "Condition/flu");
        await _server.GetAsync(Callers.Other with { User = "Practitioner/dr", Emergency = new("p", "unconscious, suspected overdose") }, "Condition/flu");
        using (var unchanged = await _server.SendAsync(Clinic, "GET", "Condition/flu", null, ("If-None-Match", "W/\"1\""))) Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        await _server.GetAsync(Clinic, "Condition?_summary=count");
        await _server.GetAsync(Clinic, "Condition?_id=plain&_count=1");

        Assert.Empty(await AccountsAsync("patient=Patient/p"));
        Assert.Equal("0", _file.Scalar($"select count(*) from resource where type = {Provenances}"));
        Assert.Contains(await RecordsAsync(), record => record.ToJsonString().Contains("\"BTG\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_made_again_and_a_new_start_make_no_second_one()
    {
        await StoreAsync();
        await _server.GetAsync(Clinic, "Condition/flu");
        var first = Assert.Single(await AccountsAsync("patient=Patient/p"));

        _file.Execute("update audit_indexed set position = 0");
        Assert.Equal(first.ToJsonString(), Assert.Single(await AccountsAsync("patient=Patient/p")).ToJsonString());
        _server.Dispose();
        _file.Execute("update audit_indexed set position = 0");
        _server = Start();

        Assert.Equal(first.ToJsonString(), Assert.Single(await AccountsAsync("patient=Patient/p")).ToJsonString());
    }

    /// <summary>Whoever sees the records of access knows the id before the account is stored.</summary>
    [Fact]
    public async Task An_id_that_somebody_took_before_keeps_no_account_out()
    {
        await StoreAsync();
        await _server.GetAsync(Clinic, "Condition/flu");
        var first = Assert.Single(await AccountsAsync("patient=Patient/p"));

        _file.Execute($"update resource_version set change = 2 where type = {Provenances}; update audit_indexed set position = 0");

        var second = Assert.Single(await AccountsAsync("patient=Patient/p"));
        Assert.Equal(("2", Ids(first)), ((string?)second["meta"]!["versionId"], Ids(second)));
    }

    [Fact]
    public async Task Each_patient_and_each_consent_has_an_own_one_and_none_tells_of_others()
    {
        await StoreAsync();
        await _server.PutAsync(Callers.Other, """{"resourceType":"Patient","id":"canary"}""");
        await _server.PutAsync(Callers.Programme, Condition("canary-flu", "J11.1", "canary"));
        await _server.PutAsync(Callers.Programme, Consent("canary-c", Provision("permit").Labelled("SUD"), "canary").ToJsonString());
        await _server.PutAsync(Callers.Programme, """
            {"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/p"} }
            """);
        await _server.PutAsync(Callers.Programme, Consent("d", Provision("permit").Labelled("SUD").OfClass("Observation"), dateTime: "2026-02-01").ToJsonString());

        await _server.GetAsync(Clinic, "?_type=Condition,Observation");

        var accounts = await AccountsAsync("patient=Patient/p");
        Assert.Equal(
            ["Patient/p Condition/flu/_history/1 by Consent/c/_history/1", "Patient/p Observation/o/_history/1 by Consent/d/_history/1"],
            accounts.Select(account => $"{string.Join(' ', Targets(account))} by {account["entity"]![0]!["what"]!["reference"]}").Order(StringComparer.Ordinal));
        Assert.All(accounts, account => Assert.DoesNotContain("canary", account.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain("canary", (await _server.GetAsync(Anna, "Provenance")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["Patient/canary", "Condition/canary-flu/_history/1"], Targets(Assert.Single(await AccountsAsync("patient=Patient/canary", Patient("canary")))));
    }

    [Fact]
    public async Task A_record_of_two_patients_is_accounted_for_to_both()
    {
        await StoreAsync();
        await _server.PutAsync(Callers.Other, """{"resourceType":"Patient","id":"q"}""");
        await _server.PutAsync(Callers.Programme, Condition("both", "J11.1", "p", ""","asserter":{"reference":"Patient/q"}"""));
        await _server.PutAsync(Callers.Programme, Consent("d", Provision("permit").Labelled("SUD"), "q").ToJsonString());

        await _server.GetAsync(Clinic, "Condition/both");

        Assert.Equal(["Patient/p", "Condition/both/_history/1"], Targets(Assert.Single(await AccountsAsync("target=Condition/both"))));
        Assert.Equal(["Patient/q", "Condition/both/_history/1"], Targets(Assert.Single(await AccountsAsync("target=Condition/both", Patient("q")))));
    }

    [Fact]
    public async Task Of_very_many_records_none_is_left_out()
    {
        const int Count = ConsentedPart.MostRecords + 1;
        await StoreAsync();
        var entries = Enumerable.Range(0, Count - 1).Select(n => $$"""{"resource":{{Condition($"n{n}", "J11.1")}},"request":{"method":"PUT","url":"Condition/n{{n}}"} }""");
        using (var stored = await _server.SendAsync(Callers.Programme, "POST", "", $$"""{"resourceType":"Bundle","type":"batch","entry":[{{string.Join(',', entries)}}]}"""))
            Assert.Equal(HttpStatusCode.OK, stored.StatusCode);

        var found = await _server.GetAsync(Clinic, "Condition?_count=1000");

        var accounts = await AccountsAsync("patient=Patient/p");
        Assert.Equal(Count, found["entry"]!.AsArray().Count);
        Assert.Equal([2, ConsentedPart.MostRecords + 1], accounts.Select(account => Targets(account).Count).Order());
        Assert.Equal(Count, accounts.SelectMany(Targets).Where(target => target != "Patient/p").Distinct().Count());
    }

    [Fact]
    public async Task Nobody_changes_or_deletes_one()
    {
        await StoreAsync();
        await _server.GetAsync(Clinic, "Condition/flu");
        var account = Assert.Single(await AccountsAsync("patient=Patient/p"));
        var path = $"Provenance/{Ids(account)}";
        var patient = Anna with { Grants = [new(GrantContext.Patient, null, (GrantedInteractions)31), new(GrantContext.System, null, (GrantedInteractions)31)] };
        foreach (var (caller, isSeen) in new[] { (patient, true), (Clinic, true), (Callers.Other, false) })
        {
            Assert.Equal(isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound, await _server.StatusAsync(caller, path));
            foreach (var (method, body) in new[] { ("PUT", account.ToJsonString()), ("DELETE", null), ("PATCH", """[{"op":"add","path":"/language","value":"en"}]""") })
            {
                using var refused = await _server.SendAsync(caller, method, path, body, method == "PATCH" ? [("Content-Type", "application/json-patch+json")] : []);
                var text = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (isSeen) Assert.Equal((HttpStatusCode.Forbidden, "OperationOutcome"), (refused.StatusCode, (string?)JsonNode.Parse(text)!["resourceType"]));
            }

            using var purged = await _server.SendAsync(caller, "POST", $"{path}/$purge-history", """{"resourceType":"Parameters"}""");
            Assert.False(purged.IsSuccessStatusCode);
        }

        Assert.Equal(account.ToJsonString(), Assert.Single(await AccountsAsync("patient=Patient/p")).ToJsonString());
    }

    [Fact]
    public async Task The_patient_sees_it_and_others_need_a_consent_and_to_see_it_is_not_accounted_for_again()
    {
        await StoreAsync();
        await _server.GetAsync(Clinic, "Condition/flu");
        var auditor = Callers.Other with { User = "Practitioner/auditor", Grants = [new(GrantContext.User, "Provenance", Reading)] };

        Assert.Single(await AccountsAsync("patient=Patient/p"));
        Assert.Single(await AccountsAsync("patient=Patient/p", Clinic with { User = "Practitioner/auditor", Grants = auditor.Grants }));
        Assert.Empty(await AccountsAsync("patient=Patient/p", auditor));
        Assert.Empty(await AccountsAsync("patient=Patient/p", Patient("q")));
        Assert.Equal(HttpStatusCode.Forbidden, await _server.StatusAsync(Anna with { Grants = [new(GrantContext.Patient, "Condition", Reading)] }, "Provenance"));

        Assert.Single(await AccountsAsync("patient=Patient/p"));
    }

    /// <summary>The account of what another patient received is not that patient's.</summary>
    [Fact]
    public async Task A_recipient_who_is_a_patient_is_named_and_needs_not_be_asked()
    {
        await StoreAsync();
        var proxy = Callers.Other with { User = "Patient/q", Grants = Callers.Everything };
        await _server.PutAsync(Callers.Programme, Consent("d", Provision("permit").Labelled("SUD").ToReference("Patient/q"), dateTime: "2026-02-01").ToJsonString());

        await _server.GetAsync(proxy, "Condition/flu");

        var account = Assert.Single(await AccountsAsync("target=Condition/flu"));
        await AssertValidAsync(account);
        Assert.Equal("Patient/q", (string?)account["agent"]![2]!["who"]!["display"]);
        Assert.Empty(await AccountsAsync("target=Condition/flu", Patient("q")));
    }

    [Fact]
    public async Task An_export_is_accounted_for_when_it_is_written()
    {
        await StoreAsync();
        using var kickoff = await _server.SendAsync(Warehouse, "GET", "$export?_type=Condition", null, ("Prefer", "respond-async"));
        var job = new Uri(kickoff.Content.Headers.ContentLocation!.ToString()).AbsolutePath["/fhir/".Length..];
        await Until.TrueAsync(async () => await _server.StatusAsync(Warehouse, job) == HttpStatusCode.OK, "the export");

        var account = Assert.Single(await AccountsAsync("target=Condition/flu"));

        await AssertValidAsync(account);
        Assert.Equal(["Patient/p", "Condition/flu/_history/1"], Targets(account));
        Assert.Equal((DisclosureTexts.ExportText, "warehouse"), (Notice(account), (string?)account["agent"]![1]!["who"]!["identifier"]!["value"]));
    }

    [Fact]
    public async Task What_a_subscription_sends_is_accounted_for()
    {
        await using var endpoint = await FakeEndpoint.StartAsync();
        await StoreAsync();
        using var subscribed = await _server.SendAsync(Warehouse, "POST", "Subscription", new SubscriptionText { Endpoint = endpoint.Address, Content = "full-resource" }.ToString());
        Assert.Equal(HttpStatusCode.Created, subscribed.StatusCode);
        var subscription = Ids(JsonNode.Parse(await subscribed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
        await Until.TrueAsync(async () => (string?)(await _server.GetAsync(Warehouse, $"Subscription/{subscription}"))["status"] == "active", "the subscription");
        await _server.PutAsync(Callers.Programme, """
            {"resourceType":"MedicationRequest","id":"order","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"161"}]} }
            """);
        await endpoint.TakenAsync("event-notification", 1);

        var account = Assert.Single(await AccountsAsync("target=MedicationRequest/order"));

        await AssertValidAsync(account);
        Assert.Equal(DisclosureTexts.Part2Text, Notice(account));
        Assert.Contains("MedicationRequest/order/_history/1", Targets(account));
    }

    [Fact]
    public async Task Records_of_a_call_that_have_no_id_are_told_apart()
    {
        var consent = Consent("c", Provision("permit").Labelled("SUD").ToClient("ehr"));
        consent["patient"] = new JsonObject { ["reference"] = $"{Ehr}/Patient/{Call.Patient}" };
        await _server.PutAsync(Callers.Programme, consent.ToJsonString());
        var call = Call.OrderSign();
        call["fhirServer"] = Ehr;
        call["prefetch"]!["conditions"] = Call.Bundle(Secret(), Secret());
        _server.Server.Service.Rules = _ => [Findings.Of("PW-01", FhirNaltrexone.Knowledge.Indicator.Warning)];

        await CallAsync(call);

        var account = Assert.Single(await AccountsAsync("patient:missing=false", Clinic with { Id = "ehr" }));
        Assert.Equal(2, account["target"]!.AsArray().Select(target => (string?)target!["display"]).Where(name => name?.StartsWith("Condition without id", StringComparison.Ordinal) == true).Distinct().Count());

        static JsonObject Secret()
        {
            var secret = Call.Condition("secret");
            secret.Remove("id");
            secret["meta"] = JsonNode.Parse("""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"42CFRPart2"}]}""");
            return secret;
        }
    }

    [Fact]
    public async Task A_card_is_accounted_for_and_a_call_without_one_is_not()
    {
        var consent = Consent("c", Provision("permit").Labelled("SUD").ToClient("ehr"));
        consent["patient"] = new JsonObject { ["reference"] = $"{Ehr}/Patient/{Call.Patient}" };
        await _server.PutAsync(Callers.Programme, consent.ToJsonString());
        var secret = Call.Condition("secret");
        secret["meta"] = JsonNode.Parse("""{"versionId":"7","security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"42CFRPart2"}]}""");
        var call = Call.OrderSign();
        call["fhirServer"] = Ehr;
        call["prefetch"]!["conditions"] = Call.Bundle(secret);
        var auditor = Clinic with { Id = "ehr" };

        _server.Server.Service.Rules = _ => [];
        await CallAsync(call);
        Assert.Empty(await AccountsAsync($"target={Ehr}/Condition/secret", auditor));
        _server.Server.Service.Rules = _ => [Findings.Of("PW-01", FhirNaltrexone.Knowledge.Indicator.Warning)];
        await CallAsync(call);
        await CallAsync(Call.OrderSign());

        var account = Assert.Single(await AccountsAsync($"target={Ehr}/Condition/secret", auditor));
        await AssertValidAsync(account);
        Assert.Equal(Ids(account), Ids(Assert.Single(await AccountsAsync($"patient={Ehr}/Patient/{Call.Patient}", auditor))));
        Assert.Equal([$"{Ehr}/Patient/{Call.Patient}", $"{Ehr}/Condition/secret/_history/7"], Targets(account));
        Assert.Equal((DisclosureTexts.Part2Text, "ehr"), (Notice(account), (string?)account["agent"]![1]!["who"]!["identifier"]!["value"]));
    }

    [Fact]
    public async Task It_is_kept_as_long_as_its_record()
    {
        await StoreAsync();
        await _server.GetAsync(Clinic, "Condition/flu");
        Assert.Single(await AccountsAsync("patient=Patient/p"));
        var stores = _server.Server.Services.GetRequiredService<ResourceStores>();

        foreach (var (days, left) in new[] { (29, 1), (31, 0) })
        {
            var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days));
            using var retention = new AuditRetention(stores, Options.Create(new AuditOptions { RetentionDays = 30 }), clock, NullLogger<AuditRetention>.Instance);
            await retention.RemoveAsync(TestContext.Current.CancellationToken);
            Assert.Equal(left, (await AccountsAsync("patient=Patient/p")).Count);
        }

        _file.Execute("update audit_indexed set position = 0");
        Assert.Empty(await AccountsAsync("patient=Patient/p"));
    }

    private static int Provenances => ResourceTypes.Number("Provenance");

    private static Caller Anna { get; } = Patient("p");

    private static Caller Patient(string id)
        => new() { Id = "portal", Issuer = "portal", User = $"Patient/{id}", Patient = id, Purpose = "PATRQT", Grants = [new(GrantContext.Patient, null, Reading)] };

    private AccessServer Start() => new(null,
    [
        ("Storage:ConnectionString", _file.Connection), .. CdsClient.EnforcedFor(TestKey.Set(Key)),
        .. CdsClient.Registered(1, Warehouse.Id, ("Issuer", Warehouse.Issuer!), ("Jwks", TestKey.Set(Key)), ("Scopes", "system/*.cruds")),
        ("Security:Audit:Discloser", "The clinic of this test"),
        ("Subscriptions:PollMilliseconds", "30"), ("Subscriptions:IsHttpAllowed", "true"), ("Subscriptions:IsPrivateNetworkAllowed", "true"),
    ]);

    /// <summary>A record of a programme, and a consent of its patient that lets everybody but the other client see it.</summary>
    private async Task StoreAsync()
    {
        await _server.PutAsync(Callers.Other, """{"resourceType":"Patient","id":"p"}""");
        await _server.PutAsync(Callers.Programme, Condition("flu", "J11.1"));
        await _server.PutAsync(Callers.Programme, Consent("c", Provision("permit").Labelled("SUD").ToClient("clinic").ToClient("warehouse")).ToJsonString());
    }

    private async Task CallAsync(JsonObject call)
    {
        using var client = _server.Server.CreateClient();
        var token = TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, CdsClient.Call, DateTimeOffset.UtcNow).Sign(Key);
        using var answer = await client.SendAsync(HttpMethod.Post, CdsClient.CallPath, token, Call.Json(call));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<List<JsonObject>> RecordsAsync() => FoundAsync(AuditedFhir.Auditor, "AuditEvent?_count=1000");

    private Task<List<JsonObject>> AccountsAsync(string query, Caller? caller = null) => FoundAsync(caller ?? Anna, $"Provenance?{query}");

    private async Task<List<JsonObject>> FoundAsync(Caller caller, string path)
        => [.. ((await _server.GetAsync(caller, path))["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!.AsObject())];

    private async Task AssertValidAsync(JsonObject resource, string? profile = Profile)
    {
        var query = profile is null ? string.Empty : $"?profile={profile}";
        using var validated = await _server.SendAsync(Clinic, "POST", $"{resource["resourceType"]}/$validate{query}", resource.ToJsonString());
        var outcome = await validated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(validated.IsSuccessStatusCode, outcome);
        Assert.DoesNotContain(JsonNode.Parse(outcome)!["issue"]!.AsArray(), issue => (string?)issue!["severity"] is "error" or "fatal");
        if (profile is null) return;

        // What is asked of the profile is looked at: without its notice it is not valid.
        var bare = resource.DeepClone().AsObject();
        bare.Remove("extension");
        using var refused = await _server.SendAsync(Clinic, "POST", $"Provenance/$validate{query}", bare.ToJsonString());
        Assert.Contains("\"error\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string? Ids(JsonObject resource) => (string?)resource["id"];

    private static List<string?> Targets(JsonObject account) => [.. account["target"]!.AsArray().Select(target => (string?)target!["reference"])];

    private static IEnumerable<string> Codes(JsonObject resource) => resource["meta"]!["security"]!.AsArray().Select(label => (string)label!["code"]!);

    private static string? Notice(JsonObject account) => (string?)Assert.Single(account["extension"]!.AsArray())!["valueString"];

    private static string Condition(string id, string code, string patient = "p", string more = "") => $$"""
        {"resourceType":"Condition","id":"{{id}}","subject":{"reference":"Patient/{{patient}}"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]}{{more}} }
        """;
}
