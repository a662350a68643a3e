using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>An entry of a transaction that changes something, with all that can be known of it before the unit of work.</summary>
internal sealed class PlannedEntry
{
    /// <summary>The entry.</summary>
    public required BundleEntry Entry { get; init; }

    /// <summary>Place of its criteria; -1 without.</summary>
    public required int Criteria { get; init; }

    /// <summary>An earlier entry that creates the same resource under the same condition; null for all others.</summary>
    public PlannedEntry? Same { get; init; }

    /// <summary>Its resource with links; null for a deletion.</summary>
    public PreparedEntry? Content { get; init; }

    /// <summary>Key it gets if the server is to choose one.</summary>
    public ResourceKey NewKey { get; init; }

    /// <summary>Part of the request that names what is changed.</summary>
    public string TargetPart => Entry.Method == EntryMethod.Post && Criteria >= 0 ? "request.ifNoneExist" : "request.url";
}
