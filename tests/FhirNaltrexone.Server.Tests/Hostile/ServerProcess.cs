using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>
/// The built server as a process of its own, as it runs in production but for the fixed clock: what kills it kills no test, and is seen.
/// </summary>
public sealed class ServerProcess : IAsyncLifetime
{
    /// <summary>The instant of every conformance case.</summary>
    public const string Now = "2026-11-22T09:00:00-05:00";

    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
    private readonly string[] _settings;
    private ProductProcess? _process;

    public ServerProcess()
        : this([])
    {
    }

    /// <summary>A process with settings of the test, which come before its own.</summary>
    internal ServerProcess(string[] settings) => _settings = settings;

    /// <summary>Speaks with the process.</summary>
    internal HttpClient Client { get; private set; } = new();

    /// <summary>Address it listens at.</summary>
    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Its number.</summary>
    internal int Id => _process!.Id;

    /// <summary>The services of its discovery document.</summary>
    internal JsonArray Services { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_directory);
        _process = ProductProcess.Start(
            [
                "--urls=http://127.0.0.1:0", "--environment=Development", $"--Clock:Now={Now}",
                $"--Storage:ConnectionString=Data Source={Path.Combine(_directory, "test.db")}", "--Cors:Origins:0=https://sandbox.example.org",
                .. _settings,
            ],
            _directory);
        Address = await _process.ListeningAsync();
        Client = new HttpClient { BaseAddress = Address, Timeout = AnswerPatience };
        await UntilReadyAsync();
        using var discovery = await Client.GetAsync("/cds-services");

        // A service that asks for tokens does not tell.
        if (discovery.IsSuccessStatusCode) Services = JsonNode.Parse(await discovery.Content.ReadAsStringAsync())!["services"]!.AsArray();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is not null) await _process.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Proves that it is still the process that was started, and that it answers.</summary>
    internal async Task AssertAliveAsync(string after)
    {
        Assert.False(_process!.HasExited, $"The process ended after {after}:\n{Log()}");
        using var response = await Client.GetAsync("/health/live");
        Assert.True(response.IsSuccessStatusCode, $"/health/live answers {(int)response.StatusCode} after {after}.");
    }

    /// <summary>What it wrote to its log so far.</summary>
    internal string Log() => _process!.Output;

    /// <summary>The content is published in the background, soon after the first answer.</summary>
    private Task UntilReadyAsync() => Until.TrueAsync(
        async () =>
        {
            using var ready = await Client.GetAsync("/health/ready");
            return ready.IsSuccessStatusCode;
        },
        "a server that is ready");
}
