namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A reference searched for.</summary>
/// <param name="TargetType">Type of a local target; null when <paramref name="TargetId"/> is a URL.</param>
/// <param name="TargetId">Logical id, or URL.</param>
/// <param name="TargetVersion">Only references that name this version; null for all.</param>
/// <param name="CanonicalVersion">Only canonicals with this version, or with one that continues it after a dot when <paramref name="IsVersionPrefix"/>; null for all.</param>
/// <param name="IsVersionPrefix">See <paramref name="CanonicalVersion"/> (<c>:below</c>).</param>
public readonly record struct ReferenceValue(
    string? TargetType, string TargetId, int? TargetVersion = null, string? CanonicalVersion = null, bool IsVersionPrefix = false);
