namespace FhirNaltrexone.Server.Subscriptions.Topics;

/// <summary>What a topic may wait for (FHIR R5, InteractionTrigger).</summary>
internal enum TopicInteraction
{
    /// <summary>A resource came to be, or came back.</summary>
    Create,

    /// <summary>A resource changed.</summary>
    Update,

    /// <summary>A resource was deleted.</summary>
    Delete,
}
