namespace FhirNaltrexone.Server.Publication;

/// <summary>What the slice logs. Ids of content are no health information.</summary>
internal static partial class PublicationLog
{
    [LoggerMessage(LogIds.ContentPublished, LogLevel.Information, "Content published: {Written} written, {Unchanged} unchanged, {Retired} retired")]
    public static partial void Published(this ILogger logger, int written, int unchanged, int retired);

    [LoggerMessage(
        LogIds.ContentKept, LogLevel.Warning, "Content not published, for clients have stored something of their own there, which stays; delete it and start again to have the content: {Ids}")]
    public static partial void Kept(this ILogger logger, string ids);

    [LoggerMessage(LogIds.ContentNotPublished, LogLevel.Warning, "Content could not be published and will be tried again: {Code}")]
    public static partial void NotPublished(this ILogger logger, string code);
}
