using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Hostile;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Security.Smart;
using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Clients;

/// <summary>fhirclient, the SMART library for browsers, launches in Chromium against a process of our own and reads with the token it gets.</summary>
public sealed class SmartLaunchTests
{
    private const string Missing = "NOT TESTED IN A BROWSER: Chromium is not installed here.";
    private const int Checks = 14;

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Resources =
    [
        """{"resourceType":"Patient","id":"anna","name":[{"family":"Alpha","given":["Anna"]}]}""",
        """{"resourceType":"Patient","id":"bert","name":[{"family":"Beta"}]}""",
        """{"resourceType":"Practitioner","id":"doc","name":[{"family":"Healer"}]}""",
        """{"resourceType":"Encounter","id":"visit","status":"in-progress","class":{"code":"AMB"},"subject":{"reference":"Patient/anna"}}""",
        """{"resourceType":"MedicationRequest","id":"order","status":"draft","intent":"order","subject":{"reference":"Patient/anna"},"medicationCodeableConcept":{"text":"naltrexone"}}""",
        """{"resourceType":"Observation","id":"alt-anna","status":"final","code":{"text":"ALT"},"subject":{"reference":"Patient/anna"}}""",
        """{"resourceType":"Observation","id":"alt-bert","status":"final","code":{"text":"ALT"},"subject":{"reference":"Patient/bert"}}""",
    ];

    [Fact]
    public async Task Fhirclient_launches_from_the_EHR_and_standing_alone_and_reads()
    {
        if (Browser() is not { } browser)
        {
            await Console.Error.WriteLineAsync(Missing);
            Assert.Skip(Missing);
            return;
        }

        var port = FreePort();
        var key = TestKey.P384("seed");
        await using var server = new ServerProcess([
            "--Clock:Now=", "--Security:Mode=Enforced", "--Security:Launch:Enabled=true", $"--Security:Launch:RedirectUri=http://127.0.0.1:{port}/",
            $"--Security:Launch:LaunchUri=http://127.0.0.1:{port}/launch.html",
            .. CdsClient.Registered(0, "seed", ("Jwks", TestKey.Set(key)), ("Scopes", "system/*.cruds"), ("ChoosesIds", "true")).Select(setting => $"--{setting.Key}={setting.Value}"),
        ]);
        await server.InitializeAsync();
        await StoreAsync(server, key);

        var (code, output) = await NodePackages.RunAsync("smart-launch.mjs", server.Address, port.ToString(CultureInfo.InvariantCulture), browser);

        var lines = output.Split('\n');
        Assert.True(code == 0 && !lines.Any(line => line.StartsWith("not ok ", StringComparison.Ordinal)), output);
        Assert.True(lines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)) == Checks, output);
        Assert.DoesNotContain("anna", server.Log(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task StoreAsync(ServerProcess server, TestKey key)
    {
        var proof = TokenDraft.Valid("ES384", key.Id, "seed", $"{server.Address.GetLeftPart(UriPartial.Authority)}/connect/token", DateTimeOffset.UtcNow);
        proof.Claims["sub"] = "seed";
        using var answer = await server.Client.PostAsync("/connect/token", new FormUrlEncodedContent(TokenBench.Form(proof.Sign(key), "system/*.cruds")));
        var token = (string?)(await answer.JsonAsync())["access_token"];
        foreach (var resource in Resources)
        {
            var json = JsonNode.Parse(resource)!;
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/fhir/{json["resourceType"]}/{json["id"]}");
            request.Content = new StringContent(resource, Encoding.UTF8, "application/fhir+json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var stored = await server.Client.SendAsync(request);
            Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        }
    }

    private static string? Browser() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Browsers.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
