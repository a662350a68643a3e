using FhirNaltrexone.Cql.Data;

namespace FhirNaltrexone.Cql;

/// <summary>One meaning told by several codes, <c>System.Concept</c> of CQL.</summary>
/// <param name="Codes">The codes, in order.</param>
/// <param name="Display">Text for people; null when not stated.</param>
public sealed record CqlConcept(IReadOnlyList<CqlCode> Codes, string? Display = null)
{
    /// <summary>What was computed of this concept, where it belongs to one evaluation.</summary>
    internal Memory Memory;

    /// <summary>True for a concept that one evaluation made; declared ones are shared by all.</summary>
    internal bool IsOfEvaluation { get; init; }

    /// <inheritdoc/>
    public bool Equals(CqlConcept? other) =>
        other is not null && Display == other.Display && Codes.SequenceEqual(other.Codes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Codes.Count, Display);
}
