using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Testing;

/// <summary>The product as it was built, in a process of its own: what kills it kills no test, and is seen.</summary>
public sealed partial class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Action<string>? _heard;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProductProcess(ProcessStartInfo start, Action<string>? heard)
    {
        _heard = heard;
        _process = Process.Start(start)!;
        Id = _process.Id;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Its number.</summary>
    public int Id { get; }

    /// <summary>Whether it is over.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Where it works; the folder of temporary files without it.</param>
    /// <param name="heard">Told each line that it writes.</param>
    public static ProductProcess Start(IEnumerable<string> arguments, string? folder = null, Action<string>? heard = null)
        => new(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FhirNaltrexone.Server.dll"), .. arguments])
            {
                WorkingDirectory = folder ?? Path.GetTempPath(),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            heard);

    /// <summary>Waits until it listens.</summary>
    /// <returns>Where; it chooses the port itself when it is given none.</returns>
    public Task<Uri> ListeningAsync() => _address.Task.WaitAsync(StartPatience);

    /// <summary>Waits until it has ended by itself.</summary>
    /// <param name="patience">How long at most.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        await _process.WaitForExitAsync().WaitAsync(patience);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it, unless it is over.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match) _address.TrySetResult(new Uri(match.Groups["address"].Value));
        _heard?.Invoke(line);
    }

    [GeneratedRegex(@"listening on: (?<address>http://\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}
