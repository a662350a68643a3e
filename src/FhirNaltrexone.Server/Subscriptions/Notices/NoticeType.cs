namespace FhirNaltrexone.Server.Subscriptions.Notices;

/// <summary>Why a notice is sent (subscription-notification-type).</summary>
internal enum NoticeType
{
    /// <summary>To try the channel.</summary>
    Handshake,

    /// <summary>To say that nothing happened.</summary>
    Heartbeat,

    /// <summary>Something happened.</summary>
    EventNotification,

    /// <summary>Somebody asked for the status.</summary>
    QueryStatus,

    /// <summary>Somebody asked for events.</summary>
    QueryEvent,
}
