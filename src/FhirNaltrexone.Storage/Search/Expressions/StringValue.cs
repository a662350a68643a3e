using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A text that string entries are compared with.</summary>
/// <param name="Folded">Folded, see <see cref="IndexText.Folded"/>.</param>
/// <param name="Exact">
/// As written, see <see cref="IndexText.Exact"/>; only for <see cref="StringMatch.Exact"/>. Neither form can be made of the other: both are bounded.
/// </param>
public sealed record StringValue(string Folded, string? Exact = null);
