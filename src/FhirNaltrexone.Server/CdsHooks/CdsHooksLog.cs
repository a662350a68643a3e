namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>
/// What this slice logs: never a body, an id of a patient, a token or a query. Calls that went well are counted by the metrics and logged
/// for debugging only.
/// </summary>
internal static partial class CdsHooksLog
{
    [LoggerMessage(LogIds.CallAnswered, LogLevel.Debug, "Call of {Service} on {Hook}: {Cards} cards, {Unread} keys unread")]
    public static partial void CallAnswered(this ILogger logger, string service, string hook, int cards, int unread);

    [LoggerMessage(LogIds.CallRefused, LogLevel.Warning, "Call of {Service} refused with {Status}: {Codes}")]
    public static partial void CallRefused(this ILogger logger, string service, int status, string codes);

    [LoggerMessage(LogIds.RuleFailed, LogLevel.Error, "Rule {Rule} could not be evaluated completely: {Reason}")]
    public static partial void RuleFailed(this ILogger logger, string rule, string reason);

    [LoggerMessage(LogIds.EhrQueryFailed, LogLevel.Warning, "Key {Key} could not be read: {Code}")]
    public static partial void KeyUnread(this ILogger logger, string key, string code);

    [LoggerMessage(LogIds.FeedbackStored, LogLevel.Information, "Feedback for {Service}: {Received} reports, {New} of them new")]
    public static partial void FeedbackStored(this ILogger logger, string service, int received, int @new);

    [LoggerMessage(LogIds.ContentLoaded, LogLevel.Information, "Content loaded: {Services} services")]
    public static partial void ContentLoaded(this ILogger logger, int services);

    [LoggerMessage(LogIds.SnoozeSet, LogLevel.Information, "Rule {Rule} of {Service} is snoozed for a patient after an override")]
    public static partial void SnoozeSet(this ILogger logger, string rule, string service);

    [LoggerMessage(LogIds.SnoozeStoreFailed, LogLevel.Warning, "Snoozes could not be {Step} ({Reason}); cards are shown")]
    public static partial void SnoozeStoreFailed(this ILogger logger, string step, string reason);

    [LoggerMessage(LogIds.RuleOff, LogLevel.Warning, "Rule {Rule} is switched off by configuration: {Reason}")]
    public static partial void RuleOff(this ILogger logger, string rule, string reason);

    [LoggerMessage(LogIds.CardSettingsRecorded, LogLevel.Information, "The card settings differ from those recorded last: recorded as AuditEvent/{Id}")]
    public static partial void CardSettingsRecorded(this ILogger logger, string id);

    [LoggerMessage(LogIds.CardSettingsNotRecorded, LogLevel.Error, "The return to the default card settings could not be recorded ({Failure}); the next start tries again")]
    public static partial void CardSettingsNotRecorded(this ILogger logger, string failure);
}
