using System.Diagnostics;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>The verb <c>load</c>, or another, as a process of its own.</summary>
internal sealed class LoadProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private LoadProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static LoadProcess Start(StorageOptions storage, params IEnumerable<string> arguments) => StartVerb("load", storage, arguments);

    private static LoadProcess StartVerb(string verb, StorageOptions storage, IEnumerable<string> arguments)
        => new(Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(Program).Assembly.Location, verb, .. arguments,
                $"--Storage:Provider={storage.Provider}", $"--Storage:ConnectionString={storage.ConnectionString}",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(StorageOptions storage, params IEnumerable<string> arguments)
        => RunVerbAsync("load", storage, arguments);

    /// <summary>Runs another verb to the end.</summary>
    public static async Task<(int ExitCode, string Output)> RunVerbAsync(string verb, StorageOptions storage, params IEnumerable<string> arguments)
    {
        using var process = StartVerb(verb, storage, arguments);
        await process._process.WaitForExitAsync().WaitAsync(Patience);
        return (process._process.ExitCode, await process._output + await process._errors);
    }

    /// <summary>Waits until its journal has so many lines; fails when it ends before.</summary>
    public async Task WaitForLinesAsync(string journal, int lines)
    {
        var begin = Stopwatch.GetTimestamp();
        while (CountLines(journal) < lines)
        {
            Assert.False(_process.HasExited, "It was over before it could be killed.");
            Assert.True(Stopwatch.GetElapsedTime(begin) < Patience, "It takes too long.");
            await Task.Delay(5);
        }
    }

    /// <summary>Kills it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static int CountLines(string path)
    {
        if (!File.Exists(path)) return 0;

        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd().Count(character => character == '\n');
    }
}
