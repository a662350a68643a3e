using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>
/// The built server as a process of its own, as it runs in production but for the fixed clock: what kills it kills no test, and is seen.
/// </summary>
public sealed partial class ServerProcess : IAsyncLifetime
{
    /// <summary>The instant of every conformance case.</summary>
    public const string Now = "2026-11-22T09:00:00-05:00";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string[] _settings;
    private Process? _process;
    private int _id;

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
    internal int Id => _id;

    /// <summary>The services of its discovery document.</summary>
    internal JsonArray Services { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _process = Process.Start(Command())!;
        _id = _process.Id;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _address.Task.WaitAsync(StartPatience);
        Client = new HttpClient { BaseAddress = Address, Timeout = AnswerPatience };
        await UntilReadyAsync();
        using var discovery = await Client.GetAsync("/cds-services");

        // A service that asks for tokens does not tell.
        if (discovery.IsSuccessStatusCode) Services = JsonNode.Parse(await discovery.Content.ReadAsStringAsync())!["services"]!.AsArray();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Proves that it is still the process that was started, and that it answers.</summary>
    internal async Task AssertAliveAsync(string after)
    {
        Assert.False(_process!.HasExited, $"The process ended after {after}:\n{Log()}");
        Assert.Equal(_id, _process.Id);
        using var response = await Client.GetAsync("/health/live");
        Assert.True(response.IsSuccessStatusCode, $"/health/live answers {(int)response.StatusCode} after {after}.");
    }

    /// <summary>What it wrote to its log so far.</summary>
    internal string Log()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    private ProcessStartInfo Command()
    {
        Directory.CreateDirectory(_directory);
        var command = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(Program).Assembly.Location, "--urls=http://127.0.0.1:0", "--environment=Development", $"--Clock:Now={Now}",
                $"--Storage:ConnectionString=Data Source={Path.Combine(_directory, "test.db")}", "--Cors:Origins:0=https://sandbox.example.org",
            },
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var setting in _settings) command.ArgumentList.Add(setting);
        return command;
    }

    /// <summary>The content is published in the background, soon after the first answer.</summary>
    private async Task UntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        while (true)
        {
            using var ready = await Client.GetAsync("/health/ready", patience.Token);
            if (ready.IsSuccessStatusCode) return;
            await Task.Delay(20, patience.Token);
        }
    }

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"listening on: (?<address>http://\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}
