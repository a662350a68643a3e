using FhirNaltrexone.Storage.Resources;
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

    /// <summary>Bytes of the resources that the entry reads: all of them stay in memory until the bundle is answered.</summary>
    internal long Size => Body.Length + (Result.Resource?.Json.Length ?? 0) + Sum(Found?.Matches) + Sum(Found?.Included) + Sum(Versions?.Versions);

    private static long Sum(IReadOnlyList<ResourceVersion>? versions) => versions?.Sum(version => (long)version.Json.Length) ?? 0;

    internal static BundleEntryResult Of(BundleEntry entry, InteractionResult result) => new() { Entry = entry, Result = result };

    internal static BundleEntryResult Refused(BundleEntry? entry, Refusal refusal) => new() { Entry = entry, Result = InteractionResult.Refused(refusal) };
}
