using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>A rule for what clients store of one type, such as the subscriptions this server can serve: it holds for all ways of writing.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Refuse">Why a resource must not be stored; null when it may.</param>
public sealed record WriteCheck(string Type, Func<ResourceContent, Refusal?> Refuse);
