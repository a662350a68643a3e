using System.CommandLine;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Server.Loading.Reports;
using FhirNaltrexone.Server.Loading.Work;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Loading;

/// <summary>The verb <c>load</c>: stores bundles, resources, NDJSON, folders and packages.</summary>
internal static class LoadCommand
{
    private const string SettingMark = "--";
    private const int MaxBatch = 5_000;

    private static readonly Argument<string[]> Words = new("paths")
    {
        Description = "Files (*.json, *.xml, *.ndjson, each also with .gz; *.tgz) and folders. Settings follow as --Section:Name=value.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int> Batch = new("--batch") { Description = "Resources of one commit, 1 to 5000.", DefaultValueFactory = _ => 200 };
    private static readonly Option<string?> Resume = new("--resume") { Description = "A file that remembers what is done, to go on after an interruption." };
    private static readonly Option<bool> Continue = new("--continue-on-error") { Description = "Passes over what is refused instead of stopping." };
    private static readonly Option<bool> Examples = new("--examples") { Description = "Loads the examples of FHIR packages too." };

    /// <summary>The command.</summary>
    /// <param name="compose">Makes the services from settings as on the command line of the service.</param>
    /// <param name="report">Runs the work, reports settings or a database that cannot be used, and answers the exit code: 0 when they could.</param>
    public static Command Create(Func<string[], IHost> compose, Func<Func<Task>, Task<int>> report)
    {
        Batch.Validators.Add(result =>
        {
            if (result.GetValue(Batch) is < 1 or > MaxBatch) result.AddError("--batch must be 1 to 5000.");
        });
        var command = new Command("load", "Stores bundles, resources, NDJSON, folders and FHIR packages.") { Words, Batch, Resume, Continue, Examples };
        command.SetAction(async (result, cancellationToken) =>
        {
            var exit = LoadExit.Loaded;
            var failed = await report(async () => exit = await RunAsync(result, compose, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return failed == 0 ? exit : failed;
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, Func<string[], IHost> compose, CancellationToken cancellationToken)
    {
        var words = result.GetRequiredValue(Words).ToLookup(word => word.StartsWith(SettingMark, StringComparison.Ordinal));
        using var host = compose([.. words[true]]);
        var settings = new LoadSettings
        {
            Paths = [.. words[false]],
            BatchSize = result.GetValue(Batch),
            ResumeFile = result.GetValue(Resume),
            ContinuesOnError = result.GetValue(Continue),
            Limits = new InputLimits { TakesExamples = result.GetValue(Examples) },
        };
        var clock = TimeProvider.System;
        var begin = clock.GetTimestamp();
        var progress = new LoadProgress(Console.Error, !Console.IsErrorRedirected, clock);
        var services = host.Services;
        var loader = new Loader(
            services.GetRequiredService<ItemPreparation>(),
            services.GetRequiredService<LoadTarget>(),
            services.GetRequiredService<IResourceStore>(),
            settings,
            progress);
        var summary = await loader.RunAsync(cancellationToken).ConfigureAwait(false);
        LoadReport.Write(summary, clock.GetElapsedTime(begin), Console.Out);
        return summary.ExitCode;
    }
}
