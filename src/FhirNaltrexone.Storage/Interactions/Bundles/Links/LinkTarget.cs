namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>What a link points to: an entry of the bundle, or what a conditional reference finds.</summary>
/// <param name="Entry">Place of the entry; -1 for a conditional reference.</param>
/// <param name="Criteria">Place of the criteria; -1 for an entry.</param>
/// <param name="IsVersioned">Whether the link names a version.</param>
/// <param name="Fragment">What follows the link from <c>#</c> on; mostly empty.</param>
internal readonly record struct LinkTarget(int Entry, int Criteria, bool IsVersioned, string Fragment);
