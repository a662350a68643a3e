using System.Diagnostics;
using FhirNaltrexone.Reliability.Kill;
using FhirNaltrexone.Storage;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>
/// Replays what a traced process did to its files up to a random call, lets the disk forget what was not synced, and opens what is left.
/// Not modelled: directories that were not synced, and sectors that are neither old nor new.
/// </summary>
internal static class PowerCutRun
{
    /// <summary>Command line of the traced process.</summary>
    public const string WriteVerb = "write";

    private const int Transactions = 300;
    private const string FileName = "store.db";

    /// <summary>Runs both modes.</summary>
    /// <returns>Whether FULL lost nothing and the control did.</returns>
    public static async Task<bool> RunAsync(int images, int seed)
    {
        var full = await RunAsync(PowerCutStore.Full, images, seed);
        var normal = await RunAsync(PowerCutStore.Normal, images, seed);
        return full == 0 && normal > 0;
    }

    private static async Task<int> RunAsync(string synchronous, int images, int seed)
    {
        using var folder = new TemporaryFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        var calls = Record(data, Path.Combine(folder.Path, "trace"), synchronous);
        var first = calls.FindIndex(call => call.Kind == DiskCallKind.Acknowledge);
        var random = new Random(seed);
        var cuts = Enumerable.Range(0, images).Select(_ => random.Next(first + 1, calls.Count)).Order().ToList();
        var verdicts = await ReplayAsync(calls, cuts, random);
        Report.Line($"synchronous={synchronous}: {calls.Count} calls, {images} images: {verdicts.Count(v => v == Verdict.Whole)} whole, "
            + $"{verdicts.Count(v => v == Verdict.Lost)} lost acknowledged data, {verdicts.Count(v => v == Verdict.Partial)} partial or with gaps, {verdicts.Count(v => v == Verdict.Unreadable)} unreadable");
        return verdicts.Count(verdict => verdict != Verdict.Whole);
    }

    private static List<DiskCall> Record(string data, string trace, string synchronous)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "FhirNaltrexone.Reliability.dll"), WriteVerb, Path.Combine(data, FileName), synchronous, $"{Transactions}"];
        using var process = Process.Start(new ProcessStartInfo("strace", [.. Trace.Arguments, "-o", trace, .. command]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The traced process ended with {process.ExitCode}.");
        var calls = Trace.Read(trace, data);
        if (calls.Count(call => call.Kind == DiskCallKind.Acknowledge) != Transactions) throw new InvalidOperationException("The trace does not hold every acknowledgement.");
        return calls;
    }

    private static async Task<List<Verdict>> ReplayAsync(List<DiskCall> calls, List<int> cuts, Random random)
    {
        var disk = new Disk();
        var acknowledged = new List<int>();
        var verdicts = new List<Verdict>();
        var done = 0;
        foreach (var cut in cuts)
        {
            for (; done < cut; done++)
            {
                disk.Apply(calls[done]);
                if (calls[done].Acknowledged >= 0) acknowledged.Add(calls[done].Acknowledged);
            }

            // Each image has a folder of its own: the driver keeps connections to files by their names.
            using var image = new TemporaryFolder();
            disk.Write(image.Path, random);
            verdicts.Add(await JudgeAsync(Path.Combine(image.Path, FileName), acknowledged));
            SqliteConnection.ClearAllPools();
        }

        return verdicts;
    }

    private static async Task<Verdict> JudgeAsync(string file, List<int> acknowledged)
    {
        try
        {
            using var store = PowerCutStore.Open(file, PowerCutStore.Full);
            var ledger = new Ledger();
            await ledger.CheckAsync(store.Resources, acknowledged, TimeSpan.Zero);
            if (ledger.Lost > 0) return Verdict.Lost;
            return ledger.IsWhole ? Verdict.Whole : Verdict.Partial;
        }
        catch (StorageException error)
        {
            Report.Line($"unreadable: {error.Message}");
            return Verdict.Unreadable;
        }
    }

    private enum Verdict
    {
        Whole,
        Lost,
        Partial,
        Unreadable,
    }
}
