using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>The codes of a value set, or a page of them.</summary>
/// <param name="ValueSet">The resource expanded.</param>
/// <param name="Total">How many codes there are, paging left aside.</param>
/// <param name="Codes">The codes in their order.</param>
public sealed record Expansion(JsonElement ValueSet, int Total, IReadOnlyList<ExpandedCode> Codes);
