namespace FhirNaltrexone.Server.Fhir;

/// <summary>An extension of a resource type in the CapabilityStatement. Register it as singleton.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Url">URL of the extension.</param>
/// <param name="Canonical">Its value.</param>
internal sealed record TypeExtension(string Type, string Url, string Canonical);
