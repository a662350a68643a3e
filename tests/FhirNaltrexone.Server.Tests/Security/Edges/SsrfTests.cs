using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>
/// Addresses that lead inside in spellings that filters miss, given to each door through which the service calls others; a port on this machine counts
/// who comes. Nobody does.
/// </summary>
public sealed class SsrfTests : IDisposable
{
    private readonly Trap _trap = new();

    /// <summary>The spellings; PORT stands for the port that counts.</summary>
    internal static readonly string[] Tricks =
    [
        // This machine, by numbers.
        "http://127.0.0.1:PORT/fhir", "http://127.1:PORT/", "http://127.0.1:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/", "http://0x7f.0.0.1:PORT/",
        "http://0177.0.0.1:PORT/", "http://017700000001:PORT/", "http://127.0.0.2:PORT/", "http://127.255.255.254:PORT/", "http://0.0.0.0:PORT/", "http://0:PORT/",
        "http://127.0.0.1.:PORT/", "http://①②⑦.0.0.1:PORT/", "http://127。0。0。1:PORT/",

        // And by IPv6.
        "http://[::1]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/", "http://[::]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
        "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/", "http://[::127.0.0.1]:PORT/", "http://[64:ff9b::7f00:1]:PORT/", "http://[2002:7f00:1::]:PORT/", "http://[fe80::1%25lo]:PORT/",

        // By name.
        "http://localhost:PORT/", "http://LOCALHOST:PORT/", "http://localhost.:PORT/", "http://ip6-localhost:PORT/", "http://loc%61lhost:PORT/", "http://ⓛocalhost:PORT/",
        "https://localhost:PORT/", "https://127.0.0.1:PORT/",

        // Who is meant is not who is named.
        "http://ehr.example.org@127.0.0.1:PORT/", "http://ehr.example.org:80@127.0.0.1:PORT/", "http://127.0.0.1:PORT#@ehr.example.org/", "http://127.0.0.1:PORT?@ehr.example.org/",
        "http://127.0.0.1:PORT\\@ehr.example.org/", "http:\\\\127.0.0.1:PORT\\", "http:127.0.0.1:PORT", "//127.0.0.1:PORT/", "http:///127.0.0.1:PORT/", "http://\t127.0.0.1:PORT/",
        "http://127.0.0.1:PORT/%2e%2e/", "http://127.0.0.1\u0000.example.org:PORT/", "http://ehr.example.org%0d%0aHost:127.0.0.1:PORT/",

        // Other ways in.
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://10.0.0.1:PORT/", "file:///etc/passwd", "gopher://127.0.0.1:PORT/_GET", "ftp://127.0.0.1:PORT/",
        "dict://127.0.0.1:PORT/", "ldap://127.0.0.1:PORT/", "jar:http://127.0.0.1:PORT!/", "data:text/plain,x", "ws://127.0.0.1:PORT/", "unix:/tmp/x", "HTTP://127.0.0.1:PORT/",
    ];

    public void Dispose() => _trap.Dispose();

    [Fact]
    public async Task The_port_counts()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", _trap.Port, TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => _trap.Connections == 1, "a connection");
    }

    [Fact]
    public async Task A_call_does_not_lead_inside_by_its_FHIR_server()
    {
        Assert.True(Tricks.Length >= 40);
        using var server = new TestServer();
        var client = server.CreateClient();
        foreach (var address in Addresses())
        {
            using var response = await client.PostAsync(CdsClient.CallPath, Call.Json(At(address)), TestContext.Current.CancellationToken);
            Assert.NotEqual(500, (int)response.StatusCode);
        }

        Assert.Equal(0, _trap.Connections);
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT")]
    [InlineData("http://localhost:PORT")]
    [InlineData("http://[::1]:PORT")]
    [InlineData("http://2130706433:PORT")]
    [InlineData("http://0x7f.1:PORT")]
    public async Task Not_even_a_server_that_is_listed_when_its_address_is_private_and_that_is_not(string origin)
    {
        var address = origin.Replace("PORT", Port, StringComparison.Ordinal);
        using var server = new TestServer([("Ehr:Servers:0:Origin", address)]);
        using var response = await server.CreateClient().PostAsync(CdsClient.CallPath, Call.Json(At($"{address}/fhir")), TestContext.Current.CancellationToken);
        Assert.NotEqual(500, (int)response.StatusCode);
        Assert.Equal(0, _trap.Connections);
    }

    [Fact]
    public async Task A_subscription_does_not_lead_inside_by_its_endpoint()
    {
        using var fhir = SubscriptionBench.Server(("Subscriptions:IsPrivateNetworkAllowed", "false"));
        var stored = 0;
        foreach (var address in Addresses())
        {
            var text = new SubscriptionText { Id = $"trick-{stored}", Endpoint = address }.ToString();
            using var response = await fhir.PutAsync($"/fhir/Subscription/trick-{stored}", text);
            Assert.NotEqual(500, (int)response.StatusCode);
            if (!response.IsSuccessStatusCode) continue;
            await fhir.StatusAsync($"trick-{stored}", "error");
            stored++;
        }

        // What is spelled well is refused when it is called; that must have been tried.
        Assert.True(stored > 10, $"{stored} stored");
        Assert.Equal(0, _trap.Connections);
    }

    [Fact]
    public async Task An_import_does_not_lead_inside_by_its_sources()
    {
        using var fhir = new FhirHttp([("Import:Origins:0:Origin", "https://files.example.org")]);
        foreach (var address in Addresses())
        {
            var body = new JsonObject
            {
                ["resourceType"] = "Parameters",
                ["parameter"] = new JsonArray(new JsonObject
                {
                    ["name"] = "input",
                    ["part"] = new JsonArray(
                        new JsonObject { ["name"] = "type", ["valueCode"] = "Patient" },
                        new JsonObject { ["name"] = "url", ["valueUri"] = address }),
                }),
            };
            using var response = await fhir.PostAsync("/fhir/$import", body.ToJsonString());
            Assert.InRange((int)response.StatusCode, 400, 499);
        }

        Assert.Equal(0, _trap.Connections);
    }

    [Fact]
    public async Task Nothing_that_resources_name_is_fetched()
    {
        using var fhir = new FhirHttp();
        foreach (var address in Addresses())
        {
            var patient = new JsonObject
            {
                ["resourceType"] = "Patient",
                ["implicitRules"] = address,
                ["meta"] = new JsonObject { ["profile"] = new JsonArray(address) },
                ["photo"] = new JsonArray(new JsonObject { ["url"] = address }),
                ["extension"] = new JsonArray(new JsonObject { ["url"] = address, ["valueBoolean"] = true }),
            }.ToJsonString();
            using var validated = await fhir.PostAsync("/fhir/Patient/$validate", patient);
            using var stored = await fhir.PostAsync("/fhir/Patient", patient);
            using var expanded = await fhir.GetAsync($"/fhir/ValueSet/$expand?url={Uri.EscapeDataString(address)}");
            using var looked = await fhir.GetAsync($"/fhir/CodeSystem/$lookup?code=x&system={Uri.EscapeDataString(address)}");
            Assert.All([validated, stored, expanded, looked], response => Assert.NotEqual(500, (int)response.StatusCode));
        }

        Assert.Equal(0, _trap.Connections);
    }

    private string Port => _trap.Port.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Addresses() => Tricks.Select(trick => trick.Replace("PORT", Port, StringComparison.Ordinal));

    private static JsonObject At(string address)
    {
        var call = Call.Without("medications");
        call["fhirServer"] = address;
        call["fhirAuthorization"] = new JsonObject
        {
            ["access_token"] = "secret-token",
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
            ["scope"] = "patient/*.rs",
            ["subject"] = "cds-service",
        };
        return call;
    }
}
