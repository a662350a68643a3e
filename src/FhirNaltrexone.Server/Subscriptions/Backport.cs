namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Names of the implementation guide Subscriptions R5 Backport 1.1.0, for R4.</summary>
internal static class Backport
{
    public const string FilterCriteria = Base + "backport-filter-criteria";
    public const string ChannelType = Base + "backport-channel-type";
    public const string HeartbeatPeriod = Base + "backport-heartbeat-period";
    public const string Timeout = Base + "backport-timeout";
    public const string MaxCount = Base + "backport-max-count";
    public const string PayloadContent = Base + "backport-payload-content";
    public const string Notification = Base + "backport-subscription-notification-r4";
    public const string Status = Base + "backport-subscription-status-r4";
    public const string TopicCanonical = Base + "capabilitystatement-subscriptiontopic-canonical";
    public const string Operations = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/";

    private const string Base = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
}
