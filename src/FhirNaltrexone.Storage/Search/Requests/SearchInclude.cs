namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>One <c>_include</c> or <c>_revinclude</c>.</summary>
/// <param name="IsReverse">Whether resources that refer to the matches are meant, and not those they refer to.</param>
/// <param name="Parameters">Keys of the reference parameters followed.</param>
/// <param name="TargetType">Only references to this type; null for all.</param>
/// <param name="IsIterate">Whether included resources are followed too.</param>
public sealed record SearchInclude(bool IsReverse, IReadOnlyList<int> Parameters, string? TargetType, bool IsIterate);
