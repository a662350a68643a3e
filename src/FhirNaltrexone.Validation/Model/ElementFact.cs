using System.Collections.Frozen;

namespace FhirNaltrexone.Validation.Model;

/// <summary>What R4 says of an element as it stands in JSON; a choice element gives one fact for each of its types.</summary>
/// <param name="Name">Name without the type of a choice: <c>value</c>.</param>
/// <param name="JsonName">Name in JSON: <c>valueQuantity</c>.</param>
/// <param name="Type">Type: <c>Quantity</c>, <c>code</c>, <c>Observation.component</c>, <c>Resource</c>.</param>
/// <param name="IsCollection">Whether it may repeat.</param>
/// <param name="Systems">For codes with a required binding the code system of each code, else null.</param>
public sealed record ElementFact(string Name, string JsonName, string Type, bool IsCollection, FrozenDictionary<string, string>? Systems);
