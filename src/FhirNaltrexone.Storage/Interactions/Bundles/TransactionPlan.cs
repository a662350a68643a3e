namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>A transaction as far as it can be prepared without the store.</summary>
/// <param name="Entries">All entries.</param>
/// <param name="Changes">Those that change something, by place; null for the others.</param>
/// <param name="Criteria">Criteria of conditional interactions and references.</param>
/// <param name="References">Places of those criteria that references use.</param>
/// <param name="Locks">Names under which the unit of work runs alone.</param>
internal sealed record TransactionPlan(
    IReadOnlyList<BundleEntry> Entries,
    IReadOnlyList<PlannedEntry?> Changes,
    IReadOnlyList<Criteria> Criteria,
    IReadOnlySet<int> References,
    IReadOnlyList<string> Locks);
