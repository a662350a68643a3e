namespace FhirNaltrexone.Server.Terminology;

/// <summary>What the slice logs.</summary>
internal static partial class TerminologyLog
{
    [LoggerMessage(LogIds.TerminologyFull, LogLevel.Warning, "Stored terminology has more than {Bytes} bytes; what comes beyond is not used. See Terminology:MaxStoredBytes.")]
    public static partial void Full(this ILogger logger, int bytes);

    [LoggerMessage(LogIds.TerminologyStoreFailed, LogLevel.Error, "Stored terminology could not be read: {Failure}")]
    public static partial void StoreFailed(this ILogger logger, string failure);

    [LoggerMessage(LogIds.TerminologyServerFailed, LogLevel.Warning, "The terminology server gave no answer: {Reason}")]
    public static partial void ServerFailed(this ILogger logger, string reason);
}
