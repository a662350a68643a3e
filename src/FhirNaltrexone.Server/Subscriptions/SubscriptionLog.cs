using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>What this slice logs: ids of subscriptions, numbers and failures, never an endpoint, a header or a focus.</summary>
internal static partial class SubscriptionLog
{
    [LoggerMessage(LogIds.SubscriptionStatusSet, LogLevel.Information, "Subscription {Subscription} set to {Status}")]
    public static partial void StatusSet(this ILogger logger, string subscription, string status);

    [LoggerMessage(LogIds.NotificationFailed, LogLevel.Warning, "Notification of subscription {Subscription} failed, {Failures} in a row: {Reason}")]
    public static partial void NotificationFailed(this ILogger logger, string subscription, int failures, string reason);

    [LoggerMessage(LogIds.EventsDead, LogLevel.Error, "Subscription {Subscription}: {Events} events could not be delivered and are given up")]
    public static partial void EventsDead(this ILogger logger, string subscription, int events);

    [LoggerMessage(LogIds.SubscriptionWorkFailed, LogLevel.Error, "Work for subscriptions failed: {Type}\n{Stack}")]
    public static partial void WorkFailed(this ILogger logger, string type, string stack);

    [LoggerMessage(LogIds.SubscriptionStoreFailed, LogLevel.Warning, "The store failed at work for subscriptions: {Code}")]
    public static partial void StoreFailed(this ILogger logger, StorageErrorCode code);
}
