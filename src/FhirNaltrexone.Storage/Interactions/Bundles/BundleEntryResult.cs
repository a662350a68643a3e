using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What became of one entry.</summary>
public sealed record BundleEntryResult
{
    /// <summary>The entry; null when it could not be read.</summary>
    public BundleEntry? Entry { get; init; }

    /// <summary>Status, resource and warnings, or the refusal.</summary>
    public required InteractionResult Result { get; init; }

    /// <summary>The search, when the entry asked for one.</summary>
    public SearchRequest? Search { get; init; }

    /// <summary>The page found.</summary>
    public SearchAnswer? Found { get; init; }

    /// <summary>The history, when the entry asked for one.</summary>
    public HistoryRequest? History { get; init; }

    /// <summary>The page of it.</summary>
    public HistoryPage? Versions { get; init; }

    /// <summary>Resource that an operation answered, as UTF-8 JSON; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    internal static BundleEntryResult Of(BundleEntry entry, InteractionResult result) => new() { Entry = entry, Result = result };

    internal static BundleEntryResult Refused(BundleEntry? entry, Refusal refusal) => new() { Entry = entry, Result = InteractionResult.Refused(refusal) };
}
