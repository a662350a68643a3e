using System.Text.RegularExpressions;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Tells the operator what is wrong with settings, content, database or address, without a stack trace.</summary>
internal static partial class StartFailures
{
    private const int Failed = 1;

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0, or 1 when it could not start.</returns>
    public static async Task<int> ReportAsync(Func<Task> run)
    {
        try
        {
            await run().ConfigureAwait(false);
            return 0;
        }
        catch (Exception error) when (IsExpected(error))
        {
            foreach (var sentence in Sentences(error).Distinct()) await Console.Error.WriteLineAsync($"Not started. {sentence}").ConfigureAwait(false);
            return Failed;
        }
    }

    /// <summary>Runs a verb that works on the database.</summary>
    /// <returns>The exit code: 0, or <see cref="StoreExit.Failed"/> when settings or database cannot be used.</returns>
    public static async Task<int> ReportOnStoreAsync(Func<Task> run) => await ReportAsync(run).ConfigureAwait(false) == 0 ? 0 : StoreExit.Failed;

    /// <summary>What is wrong, one sentence for each fault.</summary>
    internal static IEnumerable<string> Sentences(Exception error) => error switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Sentences),
        InvalidOperationException { InnerException: InvalidOperationException inList } => Sentences(inList),
        OptionsValidationException invalid => invalid.Failures,
        InvalidOperationException when NotConverted().Match(error.Message) is { Success: true } found
            => [$"{found.Groups["key"].Value} cannot be '{found.Groups["value"].Value}'{Choices(found.Groups["type"].Value)}."],
        InvalidOperationException when NotKnown().Match(error.Message) is { Success: true } found
            => found.Groups["key"].Captures.Select(key => $"{found.Groups["section"].Value}: there is no setting {key.Value} (docs/configuration.md)."),
        _ => [error.Message],
    };

    /// <summary>What a setting of few values may be, for those of this program.</summary>
    private static string Choices(string type)
        => EnumName().Match(type) is { Success: true } found && typeof(StartFailures).Assembly.GetType(found.Value) is { IsEnum: true } choice
            ? $": it must be {string.Join(" or ", Enum.GetNames(choice))}"
            : string.Empty;

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']*)' to type '(?<type>.*)'", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex NotConverted();

    /// <summary>What the binder of settings says of keys that a section does not have.</summary>
    [GeneratedRegex(@"^'ErrorOnUnknownConfiguration' .* (\w+\.)*(?<section>\w+)Options: ('(?<key>[^']*)'(, )?)+$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex NotKnown();

    [GeneratedRegex(@"FhirNaltrexone\.[\w.]+")]
    private static partial Regex EnumName();

    /// <summary>The binder of settings throws for a value of the wrong kind, and for a key that is not known; its messages name key and value.</summary>
    private static bool IsExpected(Exception error)
        => error is OptionsValidationException or KnowledgeException or StorageException or ServerException or IOException
            or InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException }
            || (error is InvalidOperationException && NotKnown().IsMatch(error.Message))
            || (error is InvalidOperationException { InnerException: InvalidOperationException inList } && IsExpected(inList))
            || (error is AggregateException several && several.InnerExceptions.All(IsExpected));
}
