namespace FhirNaltrexone.Server.Rest;

/// <summary>What this slice logs: never an address, an id or a body.</summary>
internal static partial class RestLog
{
    [LoggerMessage(LogIds.StorageFailed, LogLevel.Warning, "The resource store failed: {Code}")]
    public static partial void StorageFailed(this ILogger logger, string code);
}
