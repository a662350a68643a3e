using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>A resource in a searchset.</summary>
/// <param name="Version">The resource.</param>
/// <param name="Mode"><c>match</c> or <c>include</c>.</param>
internal readonly record struct SearchEntry(ResourceVersion Version, string Mode);
