using System.Text.Json;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Labels;

/// <summary>
/// Labels that the service itself puts on what is stored, for all ways of writing. They are its own: a client that sends one of them sends it in vain,
/// and one that leaves it out does not remove it.
/// </summary>
/// <param name="List">Where its labels stand: <c>security</c> or <c>tag</c>.</param>
/// <param name="IsOwn">Whether a Coding in that list is one of its labels.</param>
/// <param name="Label">Labels a resource, on behalf of the request under way.</param>
public sealed record LabelRule(string List, Func<JsonElement, bool> IsOwn, Func<ResourceContent, Labelling> Label);
