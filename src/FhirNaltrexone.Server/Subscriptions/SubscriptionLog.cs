using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>What this slice logs: ids of subscriptions as far as they say nothing (<see cref="LoggedId"/>), numbers and failures, never an endpoint, a header or a focus.</summary>
internal static partial class SubscriptionLog
{
    /// <summary>Tells a new status.</summary>
    public static void StatusSet(this ILogger logger, string subscription, string status) => LogStatusSet(logger, LoggedId.Of(subscription), status);

    /// <summary>Tells that a notification failed.</summary>
    public static void NotificationFailed(this ILogger logger, string subscription, int failures, string reason)
        => LogNotificationFailed(logger, LoggedId.Of(subscription), failures, reason);

    /// <summary>Tells that events are given up.</summary>
    public static void EventsDead(this ILogger logger, string subscription, int events) => LogEventsDead(logger, LoggedId.Of(subscription), events);

    [LoggerMessage(LogIds.SubscriptionStatusSet, LogLevel.Information, "Subscription {Subscription} set to {Status}")]
    private static partial void LogStatusSet(ILogger logger, string subscription, string status);

    [LoggerMessage(LogIds.NotificationFailed, LogLevel.Warning, "Notification of subscription {Subscription} failed, {Failures} in a row: {Reason}")]
    private static partial void LogNotificationFailed(ILogger logger, string subscription, int failures, string reason);

    [LoggerMessage(LogIds.EventsDead, LogLevel.Error, "Subscription {Subscription}: {Events} events could not be delivered and are given up")]
    private static partial void LogEventsDead(ILogger logger, string subscription, int events);

    [LoggerMessage(LogIds.SubscriptionWorkFailed, LogLevel.Error, "Work for subscriptions failed: {Type}\n{Stack}")]
    public static partial void WorkFailed(this ILogger logger, string type, string stack);

    [LoggerMessage(LogIds.SubscriptionStoreFailed, LogLevel.Warning, "The store failed at work for subscriptions: {Code}")]
    public static partial void StoreFailed(this ILogger logger, StorageErrorCode code);
}
