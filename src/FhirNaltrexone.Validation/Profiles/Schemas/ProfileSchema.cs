using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Snapshots;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>A profile, compiled. Immutable.</summary>
/// <param name="Url">Canonical URL.</param>
/// <param name="Type">The type it constrains; null for one FHIR R4 does not have.</param>
/// <param name="Tree">Its snapshot; null when it could not be made.</param>
/// <param name="Root">What it says beyond its type.</param>
internal sealed record ProfileSchema(string Url, ElementType? Type, SnapshotNode? Tree, ElementRules Root);
