using System.CommandLine;
using System.Globalization;

namespace FhirNaltrexone.Server.Loading.Samples;

/// <summary>The verb <c>generate</c>: writes synthetic patients on naltrexone.</summary>
internal static class GenerateCommand
{
    private const int MaxPatients = 9_999;

    private static readonly Option<int> Patients = new("--patients") { Description = "How many patients, 1 to 9999.", DefaultValueFactory = _ => 200 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Chooses the patients; the same seed gives the same bytes.", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Anchor = new("--anchor")
    {
        Description = "The \"now\" of the data, ISO 8601 with offset.",
        DefaultValueFactory = _ => SampleOptions.DefaultAnchor,
    };

    private static readonly Option<string> Output = new("--out")
    {
        Description = "A folder (one NDJSON file for each type), or one file: *.ndjson or *.ndjson.gz.",
        Required = true,
    };

    /// <summary>The command.</summary>
    /// <param name="report">Runs the work and answers the exit code.</param>
    public static Command Create(Func<Func<Task>, Task<int>> report)
    {
        Patients.Validators.Add(result =>
        {
            if (result.GetValue(Patients) is < 1 or > MaxPatients) result.AddError("--patients must be 1 to 9999.");
        });
        Anchor.Validators.Add(result =>
        {
            if (!TryAnchor(result.GetValue(Anchor), out _)) result.AddError("--anchor must be an instant with offset, such as 2026-11-22T09:00:00-05:00.");
        });
        var command = new Command("generate", "Writes synthetic patients on naltrexone as NDJSON.") { Patients, Seed, Anchor, Output };
        command.SetAction((result, _) => report(() => RunAsync(result)));
        return command;
    }

    private static async Task RunAsync(ParseResult result)
    {
        _ = TryAnchor(result.GetValue(Anchor), out var anchor);
        var options = new SampleOptions(result.GetValue(Patients), result.GetValue(Seed), anchor);
        var counts = SampleOutput.Write(SampleSet.Generate(options), result.GetRequiredValue(Output));
        foreach (var (type, count) in counts)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count,8:N0} {type}")).ConfigureAwait(false);
        }
    }

    private static bool TryAnchor(string? text, out DateTimeOffset anchor)
        => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out anchor);
}
