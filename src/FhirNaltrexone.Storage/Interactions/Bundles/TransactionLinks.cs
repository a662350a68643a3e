using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What the links of a transaction lead to, as far as it is known.</summary>
/// <param name="plan">The transaction.</param>
/// <param name="resolution">Which resource each entry concerns.</param>
internal sealed class TransactionLinks(TransactionPlan plan, Resolution resolution)
{
    private readonly ResourceKey?[] _found = new ResourceKey?[plan.Criteria.Count];
    private readonly int?[] _versions = new int?[plan.Entries.Count];

    /// <summary>Whether a link can be written.</summary>
    /// <param name="target">What it points to.</param>
    public bool IsKnown(LinkTarget target) => target.Entry < 0 ? _found[target.Criteria] is not null : !target.IsVersioned || VersionOf(target.Entry) is not null;

    /// <summary>The resource that criteria were found to mean; null as long as none was.</summary>
    /// <param name="criteria">Place of the criteria.</param>
    public ResourceKey? FoundBy(int criteria) => _found[criteria];

    /// <summary>Tells what criteria mean.</summary>
    /// <param name="criteria">Place of the criteria.</param>
    /// <param name="key">The resource.</param>
    public void Found(int criteria, ResourceKey key) => _found[criteria] = key;

    /// <summary>Tells which version an entry has left behind.</summary>
    /// <param name="entry">Place of the entry.</param>
    /// <param name="version">Version id.</param>
    public void Stored(int entry, int version) => _versions[entry] = version;

    /// <summary>The text of a link.</summary>
    /// <param name="target">What it points to; known.</param>
    public string Write(LinkTarget target)
    {
        var key = target.Entry < 0 ? _found[target.Criteria]!.Value : resolution.KeysOf(plan.Changes[target.Entry]!)[0];
        return target.IsVersioned ? $"{key}/_history/{VersionOf(target.Entry)}{target.Fragment}" : $"{key}{target.Fragment}";
    }

    // A new resource has its first version; one that an entry changes may keep the version it has.
    private int? VersionOf(int entry)
    {
        var change = plan.Changes[entry]!;
        if (change.Entry.Method != EntryMethod.Post) return _versions[entry];
        return resolution.MatchOf(change)?.Version ?? 1;
    }
}
