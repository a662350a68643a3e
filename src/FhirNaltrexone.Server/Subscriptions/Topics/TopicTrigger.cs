namespace FhirNaltrexone.Server.Subscriptions.Topics;

/// <summary>A kind of change that a topic is about.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Interactions">Kinds of change.</param>
/// <param name="Criteria">What must hold before and after.</param>
internal sealed record TopicTrigger(string Type, IReadOnlyList<TopicInteraction> Interactions, TopicCriteria Criteria);
