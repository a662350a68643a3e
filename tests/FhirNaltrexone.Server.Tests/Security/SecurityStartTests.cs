using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security;

/// <summary>A service that would let in whom it must not does not start, and says why.</summary>
public sealed class SecurityStartTests
{
    private static readonly string Keys = TestKey.Set(TestKey.P384("key"));
    private static readonly string Weak = TestKey.Set(TestKey.Rsa("key", 1024));
    private static readonly string Private = TestKey.Set(TestKey.P384("key").Private());

    public static TheoryData<string, string, string, string> Addresses => new()
    {
        { "Production", "urls", "http://127.0.0.1:0", "nobody is registered" },
        { "Staging", "urls", "http://127.0.0.1:0", "nobody is registered" },
        { "Development", "urls", "http://0.0.0.0:0", "nobody is registered" },
        { "Development", "urls", "http://127.0.0.1:0;http://*:0", "nobody is registered" },
        { "Development", "urls", "http://[::]:0", "nobody is registered" },
        { "Development", "urls", "http://localhost.example.org:0", "nobody is registered" },
        { "Development", "http_ports", "8080", "nobody is registered" },
        { "Development", "https_ports", "8443", "nobody is registered" },
        { "Development", "Kestrel:Endpoints:Own:Url", "http://10.0.0.1:0", "nobody is registered" },
    };

    public static TheoryData<string, string, string> Clients => new()
    {
        { "Security:Mode", "Perhaps", "Security:Mode" },
        { "Security:Mode", "7", "Security:Mode must be Open or Enforced" },
        { "Security:CdsBase:0", "https://cds.example.org/cds-services/", "must end with /cds-services" },
        { "Security:CdsBase:0", "https://cds.example.org", "must end with /cds-services" },
        { "Security:CdsBase:0", "http://cds.example.org/cds-services", "must use https" },
        { "Security:CdsBase:0", "", "must be an absolute https address" },
        { "Security:SkewSeconds", "301", "SkewSeconds" },
        { "Security:CdsTokenSeconds", "0", "CdsTokenSeconds" },
        { "Security:Clients:0:Service:0", "*", "Security:Clients:0:Service is no setting of a client" },
        { "Security:Clients:0:Tenant", "one", "Security:Clients:0:Tenant is no setting of a client" },
        { "Security:Clients:0:Id", "", "Id must have" },
        { "Security:Clients:0:Purpose", "TREATMENT", "Purpose 'TREATMENT' is no code of v3-PurposeOfUse" },
        { "Security:Clients:0:Purpose", "treat", "Purpose 'treat' is no code of v3-PurposeOfUse" },
        { "Security:Clients:1:Id", "idle", "Security:Clients:1 (idle): it has neither Services nor Scopes" },
        { "Security:Clients:0:Services:1", "order-sign", "Security:Clients:0:Services holds 'order-sign', which is no CDS service; there are" },
        { "Security:Sensitivty:IsProgramme", "true", "Security:Sensitivty is no setting of the service" },
        { "Security:Sensitivity:IsProgram", "true", "Security:Sensitivity:IsProgram is no setting of the service" },
        { "Security:Sensitivity:BreakGlassMinuts", "30", "Security:Sensitivity:BreakGlassMinuts is no setting of the service" },
        { "Security:Audit:Retention", "30", "Security:Audit:Retention is no setting of the service" },
        { "Security:Limits:RequestsPerMin", "30", "Security:Limits:RequestsPerMin is no setting of the service" },
        { "Security:Launch:Scope", "launch", "Security:Launch:Scope is no setting of the service" },
        { "Security:Skew", "30", "Security:Skew is no setting of the service" },
        { "Security:Clients:0:Organization", "Our clinic", "Organization must be a reference" },
        { "Security:Clients:0:Organization", "ours", "Organization must be a reference" },
        { "Security:Clients:0:Organization", "Practitioner/ours", "Organization must be a reference" },
        { "Security:Clients:0:Organization", "x/Organization/ours", "Organization must be a reference" },
        { "Security:Clients:0:Organization", "npi|1234567893", "Organization must be a reference" },
        { "Security:Clients:0:Algorithms:0", "none", "Algorithms holds 'none'" },
        { "Security:Clients:0:Algorithms:0", "HS256", "Algorithms holds 'HS256'" },
        { "Security:Clients:0:Jwks", "{", "Jwks is not a JSON Web Key Set" },
        { "Security:Clients:0:Jwks", """{"keys":[]}""", "Jwks holds no key for checking signatures" },
        { "Security:Clients:0:Jwks", Weak, "Jwks holds no key for checking signatures" },
        { "Security:Clients:0:Jwks", Private, "Jwks holds a private or symmetric key" },
        { "Security:Clients:0:JwksUri", "https://ehr.example.org/jwks", "exactly one of Jwks, JwksFile and JwksUri" },
        { "Security:Clients:1:Id", "key-less", "exactly one of Jwks, JwksFile and JwksUri" },
        { "Security:Clients:1:JwksFile", "/nowhere/jwks.json", "JwksFile cannot be read" },
        { "Security:Clients:1:JwksUri", "http://ehr.example.org/jwks", "JwksUri must use https" },
        { "Security:Clients:1:JwksUri", "https://user@ehr.example.org/jwks", "JwksUri must be an absolute https address" },
        { "Security:Clients:1:JwksUri", "file:///etc/passwd", "JwksUri must be an absolute https address" },
        { "Security:Clients:1:Id", "ehr", "two clients have the id 'ehr'" },
        { "Security:Clients:1:Issuer", CdsClient.Issuer, "two clients have the issuer" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nobody_is_let_in_unasked_where_others_can_reach_the_service(string environment, string key, string value, string reason)
        => Assert.Contains(reason, await FailedStart.MessageAsync(environment, (key, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Open_where_others_can_reach_it_the_service_does_not_start(string environment)
        => Assert.Contains(
            "Security:Mode is Open",
            await FailedStart.MessageAsync(environment, ("urls", "http://0.0.0.0:0"), ("Security:Mode", "Open")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("http://0.0.0.0:0", "", true)]
    [InlineData("https://127.0.0.1:0;http://*:0", "", true)]
    [InlineData("https://0.0.0.0:0", "", false)]
    [InlineData("http://127.0.0.1:0", "", false)]
    [InlineData("http://0.0.0.0:0", "10.1.0.0/16", false)]
    public async Task Tokens_and_records_do_not_go_over_the_network_in_the_open(string urls, string proxy, bool isRefused)
    {
        // What is wrong as well keeps the others from starting.
        var said = await FailedStart.MessageAsync("Production", [
            .. CdsClient.EnforcedFor(Keys), ("urls", urls), ("Security:SkewSeconds", "301"), .. proxy.Length > 0 ? [("Security:Proxies:0", proxy)] : Array.Empty<(string, string)>()]);

        Assert.Contains("SkewSeconds", said, StringComparison.Ordinal);
        Assert.Equal(isRefused, said.Contains("listens by http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CDS_clients_need_the_name_of_the_service()
        => Assert.Contains(
            "Security:CdsBase must name",
            await FailedStart.MessageAsync(
                "Production", [("Security:Mode", "Enforced"), .. CdsClient.Registered(0, "ehr", ("Jwks", Keys), ("Services:0", "*"))]),
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_wrong_registration_stops_the_start(string key, string value, string reason)
        => Assert.Contains(
            reason, await FailedStart.MessageAsync("Production", [.. CdsClient.EnforcedFor(Keys), (key, value)]), StringComparison.Ordinal);

    [Fact]
    public void Purposes_of_use_are_those_of_the_value_set_of_R4()
    {
        using var file = new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(Repository.Root, "profiles/core/hl7.fhir.r4.core-4.0.1.slim.ndjson.gz")), System.IO.Compression.CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        var system = JsonNode.Parse(Lines().Single(line => line.Contains("\"id\":\"v3-ActReason\"", StringComparison.Ordinal) && line.StartsWith("{\"resourceType\":\"CodeSystem\"", StringComparison.Ordinal)))!;
        var children = new Dictionary<string, List<string>>();
        Walk(system["concept"]!.AsArray(), null);

        Assert.Equal(Below("PurposeOfUse").Order(StringComparer.Ordinal), PurposesOfUse.All.Order(StringComparer.Ordinal));

        IEnumerable<string> Lines()
        {
            while (lines.ReadLine() is { } line) yield return line;
        }

        void Walk(JsonArray concepts, string? parent)
        {
            foreach (var concept in concepts)
            {
                var code = (string)concept!["code"]!;
                if (parent is not null) Add(parent, code);
                foreach (var child in (concept["property"]?.AsArray() ?? []).Where(property => (string?)property!["code"] == "child")) Add(code, (string)child!["valueCode"]!);
                Walk(concept["concept"]?.AsArray() ?? [], code);
            }
        }

        void Add(string parent, string child)
        {
            if (!children.TryGetValue(parent, out var list)) children[parent] = list = [];
            list.Add(child);
        }

        IEnumerable<string> Below(string code) => children.TryGetValue(code, out var list) ? list.Distinct().SelectMany(child => Below(child).Prepend(child)).Distinct() : [];
    }

    [Theory]
    [InlineData("Organization/ours")]
    [InlineData("https://fhir.example.org/fhir/Organization/ours")]
    [InlineData("http://hl7.org/fhir/sid/us-npi|1234567893")]
    public void What_is_registered_is_what_the_client_is_and_may(string organization)
    {
        using var server = new TestServer([
            .. CdsClient.Enforced,
            .. CdsClient.Registered(0, "all", ("Jwks", Keys), ("Organization", organization), ("RecordsConsents", "true"), ("ChoosesIds", "true"), ("Programme", "true"), ("Services:0", "*")),
            .. CdsClient.Registered(1, "nothing", ("Jwks", Keys), ("Services:0", "*")),
        ]);
        var clients = server.Services.GetRequiredService<ClientRegistry>();
        var (all, nothing) = (clients.Find("all")!.Act("token", null), clients.Find("nothing")!.Act("token", null));

        Assert.Equal((organization, organization, true, true, true), (all.Organization, all.Holder, all.RecordsConsents, all.ChoosesIds, all.IsProgramme));
        Assert.Equal((null, "client/nothing/nothing", false, false, false), (nothing.Organization, nothing.Holder, nothing.RecordsConsents, nothing.ChoosesIds, nothing.IsProgramme));
    }

    [Fact]
    public async Task In_Development_on_this_machine_the_service_is_open()
    {
        using var server = new TestServer();

        await server.CardsAsync(Call.OrderSign());

        Assert.DoesNotContain("Security is", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_it_is_open_only_when_told_so_and_warns()
    {
        using var server = new TestServer(("Security:Mode", "Open")) { Environment = "Production" };

        await server.CardsAsync(Call.OrderSign());

        Assert.Contains("Warning 1904 Security is off", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_registering_a_client_is_not_enough_to_enforce()
    {
        using var open = new TestServer([.. CdsClient.EnforcedFor(Keys).Where(setting => setting.Key != "Security:Mode")]);
        using var enforced = new TestServer(CdsClient.EnforcedFor(Keys));

        using var answered = await open.PostAsync(Call.OrderSign());
        using var refused = await enforced.PostAsync(Call.OrderSign());

        Assert.Equal(200, (int)answered.StatusCode);
        await CdsClient.AssertBareAsync(refused);
    }

    [Fact]
    public async Task In_Production_whoever_registers_a_client_enforces()
    {
        using var server = new TestServer([.. CdsClient.EnforcedFor(Keys).Where(setting => setting.Key != "Security:Mode")]) { Environment = "Production" };

        using var refused = await server.PostAsync(Call.OrderSign());

        await CdsClient.AssertBareAsync(refused);
    }

    [Fact]
    public async Task Enforced_without_a_word_accesses_are_recorded_too()
    {
        using var server = new TestServer([.. CdsClient.EnforcedFor(Keys).Where(setting => setting.Key != "Security:Mode")]) { Environment = "Production" };
        using var client = server.CreateClient();
        var audit = server.Services.GetRequiredService<ResourceStores>().Audit;
        var before = (await audit.HeadAsync(TestContext.Current.CancellationToken)).Position;

        using var refused = await client.CallAsync(null);

        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Equal(before + 1, (await audit.HeadAsync(TestContext.Current.CancellationToken)).Position);
    }
}
