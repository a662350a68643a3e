using System.CommandLine;
using System.Globalization;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Maintenance;

/// <summary>The verb <c>rebuild-index</c>: makes anew what searches find resources by, from the resources as they are stored.</summary>
internal static class RebuildIndexCommand
{
    private static readonly Argument<string[]> Settings = new("settings")
    {
        Description = "Settings of the service as --Section:Name=value.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The command.</summary>
    /// <param name="compose">Makes the services from settings as on the command line of the service.</param>
    /// <param name="report">Runs the work and reports settings or a database that cannot be used.</param>
    public static Command Create(Func<string[], IHost> compose, Func<Func<Task>, Task<int>> report)
    {
        var command = new Command("rebuild-index", "Makes the search index anew; the service may run meanwhile. Exit code 0, or 3 when the database cannot be used.") { Settings };
        command.SetAction((result, cancellationToken) => report(() => RunAsync(compose(result.GetValue(Settings) ?? []), cancellationToken)));
        return command;
    }

    private static async Task RunAsync(IHost host, CancellationToken cancellationToken)
    {
        using var owned = host;
        var extractor = host.Services.GetRequiredService<IndexExtractor>();
        var store = host.Services.GetRequiredService<IResourceStore>();
        var count = await store.RebuildIndexAsync(extractor.Extract, new RebuildProgress(Console.Error), cancellationToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count:N0} resources indexed.")).ConfigureAwait(false);
    }
}
