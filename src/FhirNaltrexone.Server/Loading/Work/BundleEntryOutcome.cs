using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>What became of an entry of a batch or transaction, or of the bundle as a whole.</summary>
/// <param name="Index">Number of the entry; null for the whole bundle.</param>
/// <param name="Type">Type of the resource written; null when none was.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="IsUnchanged">Whether the same content was there already.</param>
/// <param name="Issues">Why it was refused; empty when it was not.</param>
internal readonly record struct BundleEntryOutcome(int? Index, string? Type, int Status, bool IsUnchanged, IReadOnlyList<Issue> Issues);
