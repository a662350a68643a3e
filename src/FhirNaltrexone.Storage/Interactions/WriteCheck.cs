using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>A rule for what clients store, such as the subscriptions this server can serve, or profiles: it holds for all ways of writing.</summary>
/// <param name="Type">Resource type; null for all.</param>
/// <param name="Check">Tells whether a resource may be stored, and what is to be said of it.</param>
public sealed record WriteCheck(string? Type, Func<ResourceContent, WriteVerdict> Check);
