namespace FhirNaltrexone.Cql;

/// <summary>One meaning told by several codes, <c>System.Concept</c> of CQL.</summary>
/// <param name="Codes">The codes, in order.</param>
/// <param name="Display">Text for people; null when not stated.</param>
public sealed record CqlConcept(IReadOnlyList<CqlCode> Codes, string? Display = null)
{
    /// <inheritdoc/>
    public bool Equals(CqlConcept? other) =>
        other is not null && Display == other.Display && Codes.SequenceEqual(other.Codes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Codes.Count, Display);
}
