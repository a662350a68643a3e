namespace FhirNaltrexone.Knowledge;

/// <summary>One file of generated content.</summary>
/// <param name="Path">Path below <c>profiles/generated</c> with forward slashes, such as <c>elm/LiverRules.json</c>.</param>
/// <param name="Content">UTF-8 JSON.</param>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Content);
