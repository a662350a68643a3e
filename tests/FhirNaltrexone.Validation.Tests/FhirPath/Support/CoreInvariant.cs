namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>A constraint.</summary>
/// <param name="Type">The type it belongs to; null for those of profiles.</param>
/// <param name="Path">Element it stands at.</param>
/// <param name="Key">Its key.</param>
/// <param name="Expression">Its FHIRPath.</param>
internal sealed record CoreInvariant(string? Type, string Path, string Key, string Expression);
