namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A reference.</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="TargetType">Resource type when the target is local (relative, or under one of the configured bases); null for any other URL.</param>
/// <param name="TargetId">Logical id of a local target, else the whole URL (canonicals without their version).</param>
/// <param name="TargetVersion">The version named; for a canonical null, see <see cref="TargetCanonicalVersion"/>.</param>
/// <param name="TargetCanonicalVersion">Business version of a canonical, or null.</param>
/// <param name="Item">See <see cref="IndexEntries"/>.</param>
public readonly record struct ReferenceEntry(
    int Parameter, string? TargetType, string TargetId, int? TargetVersion = null, string? TargetCanonicalVersion = null, short Item = 0);
