namespace FhirNaltrexone.Server.Web;

/// <summary>What this slice logs.</summary>
internal static partial class WebLog
{
    [LoggerMessage(LogIds.UnhandledError, LogLevel.Error, "Unhandled {Kind}\n{Stack}")]
    public static partial void UnhandledError(ILogger logger, string kind, string stack);
}
