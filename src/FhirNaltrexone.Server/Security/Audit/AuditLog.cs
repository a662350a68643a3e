namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>What the recording logs: never whom a record is about.</summary>
internal static partial class AuditLog
{
    [LoggerMessage(LogIds.RecordsNotRemoved, LogLevel.Warning, "Old records of access could not be removed: {Failure}")]
    public static partial void RecordsNotRemoved(this ILogger logger, string failure);

    [LoggerMessage(LogIds.RecordsNotIndexed, LogLevel.Warning, "New records of access cannot be searched for yet: {Failure}")]
    public static partial void RecordsNotIndexed(this ILogger logger, string failure);
}
