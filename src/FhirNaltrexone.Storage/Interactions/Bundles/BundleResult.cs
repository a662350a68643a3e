using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What became of a batch or transaction.</summary>
public sealed record BundleResult
{
    /// <summary>Why nothing was done; null when the bundle was processed.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether it was a transaction: all or nothing.</summary>
    public bool IsTransaction { get; init; }

    /// <summary>What became of each entry, in the order of the request.</summary>
    public IReadOnlyList<BundleEntryResult> Entries { get; init; } = [];

    internal static BundleResult Refused(Refusal refusal) => new() { Refusal = refusal };
}
