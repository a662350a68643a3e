using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Web;

/// <summary>What this slice logs.</summary>
internal static partial class WebLog
{
    [LoggerMessage(LogIds.UnhandledError, LogLevel.Error, "Unhandled {Kind}\n{Stack}")]
    public static partial void UnhandledError(ILogger logger, string kind, string stack);

    [LoggerMessage(LogIds.StoreFailed, LogLevel.Warning, "A store failed: {Code}")]
    public static partial void StoreFailed(ILogger logger, StorageErrorCode code);
}
