namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>Parts of which all (and) or at least one (or) hold.</summary>
/// <param name="IsAnd">Whether all must hold.</param>
/// <param name="Parts">At least two.</param>
internal sealed record FilterLogic(bool IsAnd, IReadOnlyList<FilterNode> Parts) : FilterNode;
