using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Tells the operator what is wrong with settings, content, database or address, without a stack trace.</summary>
internal static class StartFailures
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
            await Console.Error.WriteLineAsync($"Not started. {error.Message}").ConfigureAwait(false);
            return Failed;
        }
    }

    /// <summary>The last is what the binder of settings throws for a value of the wrong kind; its message names key and value.</summary>
    private static bool IsExpected(Exception error)
        => error is OptionsValidationException or KnowledgeException or StorageException or ServerException or IOException
            or InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException };
}
