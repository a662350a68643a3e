using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Reliability;

/// <summary>The product in a process of its own, to be killed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Target target)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "FhirNaltrexone.Server.dll"), "--urls=http://127.0.0.1:0", "--Security:Mode=Open",
                $"--Storage:Provider={target.Provider}", $"--Storage:ConnectionString={target.ConnectionString}",
            },
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(Target target)
    {
        var server = new ServerProcess(target);
        server.Address = await server._address.Task.WaitAsync(StartPatience);
        return server;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        if (Listening().Match(line) is { Success: true } match) _address.TrySetResult(new Uri(match.Groups["address"].Value));
        if (line.Contains("fail:", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)) Console.Error.WriteLine(line);
    }

    [GeneratedRegex(@"listening on: (?<address>http://\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}
