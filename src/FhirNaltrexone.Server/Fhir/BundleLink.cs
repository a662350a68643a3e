namespace FhirNaltrexone.Server.Fhir;

/// <summary>A link of a bundle.</summary>
/// <param name="Relation"><c>self</c> or <c>next</c>.</param>
/// <param name="Url">Absolute URL.</param>
internal readonly record struct BundleLink(string Relation, string Url);
