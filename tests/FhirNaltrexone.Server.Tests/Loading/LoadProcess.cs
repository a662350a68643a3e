using System.Diagnostics;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>The verb <c>load</c>, or another, as a process of its own.</summary>
internal static class LoadProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static ProductProcess Start(StorageOptions storage, params IEnumerable<string> arguments) => StartVerb("load", storage, arguments);

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(StorageOptions storage, params IEnumerable<string> arguments)
        => RunVerbAsync("load", storage, arguments);

    /// <summary>Runs another verb to the end.</summary>
    public static async Task<(int ExitCode, string Output)> RunVerbAsync(string verb, StorageOptions storage, params IEnumerable<string> arguments)
    {
        await using var process = StartVerb(verb, storage, arguments);
        return (await process.EndAsync(Patience), process.Output);
    }

    /// <summary>Waits until its journal has so many lines; fails when it ends before.</summary>
    public static async Task WaitForLinesAsync(this ProductProcess process, string journal, int lines)
    {
        var begin = Stopwatch.GetTimestamp();
        while (CountLines(journal) < lines)
        {
            Assert.False(process.HasExited, "It was over before it could be killed.");
            Assert.True(Stopwatch.GetElapsedTime(begin) < Patience, "It takes too long.");
            await Task.Delay(5);
        }
    }

    private static ProductProcess StartVerb(string verb, StorageOptions storage, IEnumerable<string> arguments) => ProductProcess.Start(
        [verb, .. arguments, $"--Storage:Provider={storage.Provider}", $"--Storage:ConnectionString={storage.ConnectionString}"]);

    private static int CountLines(string path)
    {
        if (!File.Exists(path)) return 0;

        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd().Count(character => character == '\n');
    }
}
