using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What interactions allow, and their limits.</summary>
public sealed class InteractionOptions
{
    /// <summary>Most entries of a batch or transaction; more are answered 413.</summary>
    [Range(1, 100_000)]
    public int MaxEntries { get; set; } = 5_000;

    /// <summary>Most index rows that one transaction may write; more are answered 413.</summary>
    [Range(1, 10_000_000)]
    public int MaxIndexRows { get; set; } = 200_000;

    /// <summary>Longest time of one batch or transaction, in seconds; then it is given up with 503.</summary>
    [Range(1, 3_600)]
    public int BundleSeconds { get; set; } = 60;

    /// <summary>Most bytes of one stored resource; a patch must not make a larger one.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxResourceBytes { get; set; } = 2_000_000;

    /// <summary>Most operations of one patch.</summary>
    [Range(1, 100_000)]
    public int MaxPatchOperations { get; set; } = 500;

    /// <summary>Most resources that one conditional delete removes: 1 refuses several matches (conditionalDelete "single").</summary>
    [Range(1, 10_000)]
    public int MaxConditionalDeletes { get; set; } = 1;

    /// <summary>Versions on a page of history when the client names no number.</summary>
    [Range(1, 1_000)]
    public int HistoryPage { get; set; } = 50;

    /// <summary>Most versions on a page of history.</summary>
    [Range(1, 10_000)]
    public int MaxHistoryPage { get; set; } = 1_000;

    /// <summary>Whether PUT may create a resource under an id of the client's choice.</summary>
    public bool IsUpdateCreateAllowed { get; set; } = true;

    /// <summary>Whether an update, patch or delete without If-Match is refused.</summary>
    public bool IsIfMatchRequired { get; set; }
}
