namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The criteria of a conditional interaction.</summary>
/// <param name="Query">Finds two matches at most: enough to tell none, one and several apart.</param>
/// <param name="Canonical">The criteria with their type, alike for criteria that differ only in order, repetition or encoding.</param>
/// <param name="Names">
/// What units of work with these criteria are serialized by, see <see cref="Resources.IUnitOfWork.SerializeAsync"/>: criteria that name the same
/// identifier share a name, whatever else they ask; others share one when they are equal in canonical form.
/// </param>
public sealed record SearchCriteria(SearchQuery Query, string Canonical, IReadOnlyList<string> Names);
