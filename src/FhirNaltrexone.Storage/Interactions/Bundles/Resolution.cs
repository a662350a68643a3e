using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What the conditional interactions of a transaction come to: which resource each entry concerns. Searched in one state of the store.</summary>
internal sealed class Resolution
{
    private readonly TransactionPlan _plan;
    private readonly IReadOnlyList<ResourceVersion>?[] _matches;
    private readonly IReadOnlyList<ResourceKey>[] _keys;

    private Resolution(TransactionPlan plan)
    {
        _plan = plan;
        _matches = new IReadOnlyList<ResourceVersion>?[plan.Criteria.Count];
        _keys = new IReadOnlyList<ResourceKey>[plan.Entries.Count];
    }

    /// <summary>Searches.</summary>
    /// <param name="plan">The transaction.</param>
    /// <param name="reader">State of the store before it.</param>
    /// <param name="limit">Most resources a conditional delete may remove.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<Resolution> FindAsync(TransactionPlan plan, IResourceReader reader, int limit, CancellationToken cancellationToken)
    {
        var resolution = new Resolution(plan);
        foreach (var change in plan.Changes)
        {
            if (change is not { Criteria: >= 0 and var place } || resolution._matches[place] is not null) continue;
            resolution._matches[place] = await plan.Criteria[place].FindAsync(reader, Math.Max(limit, 1) + 1, cancellationToken).ConfigureAwait(false);
        }

        return resolution;
    }

    /// <summary>The resources an entry concerns: one, save for conditional deletes.</summary>
    /// <param name="change">The entry.</param>
    public IReadOnlyList<ResourceKey> KeysOf(PlannedEntry change) => _keys[change.Entry.Index];

    /// <summary>The one resource that matches the criteria of an entry; null without criteria or match.</summary>
    /// <param name="change">The entry.</param>
    public ResourceVersion? MatchOf(PlannedEntry change) => change.Criteria >= 0 && _matches[change.Criteria] is [var match, ..] ? match : null;

    /// <summary>All matches.</summary>
    public IEnumerable<ResourceVersion> Matches => _matches.OfType<IReadOnlyList<ResourceVersion>>().SelectMany(found => found);

    /// <summary>Resources that are changed, and so must be locked: all but those that get a new id.</summary>
    public IReadOnlyCollection<ResourceKey> ToLock()
        => [.. _plan.Changes.OfType<PlannedEntry>().Where(change => change.Entry.Method != EntryMethod.Post).SelectMany(KeysOf).Concat(Matches.Select(match => match.Key)).Distinct()];

    /// <summary>Finds out which resource each entry concerns.</summary>
    /// <param name="limit">Most resources a conditional delete may remove.</param>
    /// <returns>A refusal when that fails, or when two entries concern the same.</returns>
    public Refusal? Decide(int limit)
    {
        foreach (var change in _plan.Changes)
        {
            if (change is null) continue;
            if (Unfit(change, limit) is { } refusal) return refusal.In(change.Entry, change.TargetPart);
            _keys[change.Entry.Index] = Keys(change);
        }

        return Overlap() ?? CreatedTwice();
    }

    private Refusal? Unfit(PlannedEntry change, int limit)
    {
        if (change.Criteria < 0) return null;
        var count = _matches[change.Criteria]!.Count;
        var type = change.Entry.Url.Type!;
        return change.Entry.Method switch
        {
            EntryMethod.Delete when count > limit && limit > 1 => Refusals.TooManyMatch(limit),
            EntryMethod.Delete => count > limit ? Refusals.SeveralMatch(type) : null,
            _ when count > 1 => Refusals.SeveralMatch(type),
            EntryMethod.Patch when count == 0 => Refusals.NoMatch(type),
            EntryMethod.Put when MatchOf(change) is { } match && change.Entry.Content!.Id is { } id && id != match.Key.Id => Refusals.IdDiffers,
            _ => null,
        };
    }

    private IReadOnlyList<ResourceKey> Keys(PlannedEntry change)
    {
        var entry = change.Entry;
        if (entry.Url.Key is { } key) return [key];
        if (entry.Method == EntryMethod.Delete) return [.. _matches[change.Criteria]!.Select(match => match.Key)];
        if (MatchOf(change) is { } match) return [match.Key];
        if (change.Same is { } same) return [same.NewKey];
        return entry.Method == EntryMethod.Put && entry.Content!.Id is { } id ? [new(entry.Url.Type!, id)] : [change.NewKey];
    }

    private Refusal? Overlap()
    {
        var changed = new Dictionary<ResourceKey, BundleEntry>();
        var creates = new List<PlannedEntry>();
        foreach (var change in _plan.Changes)
        {
            if (change is null) continue;
            if (change.Entry.Method == EntryMethod.Post)
            {
                creates.Add(change);
                continue;
            }

            foreach (var key in KeysOf(change))
            {
                if (!changed.TryAdd(key, change.Entry)) return BundleRefusals.Twice(changed[key], change.Entry, key);
            }
        }

        // A conditional create changes nothing it finds, so that two of them may find the same.
        foreach (var create in creates)
        {
            var key = KeysOf(create)[0];
            if (changed.TryGetValue(key, out var other)) return BundleRefusals.Twice(other, create.Entry, key);
        }

        return null;
    }

    // Two entries that both found nothing by the same criteria would make two resources that match them.
    private Refusal? CreatedTwice()
    {
        var first = new Dictionary<int, BundleEntry>();
        foreach (var change in _plan.Changes)
        {
            if (change is not { Criteria: >= 0, Same: null, Entry.Method: EntryMethod.Post or EntryMethod.Put } || MatchOf(change) is not null) continue;
            if (!first.TryAdd(change.Criteria, change.Entry)) return BundleRefusals.SameCriteria(first[change.Criteria], change.Entry);
        }

        return null;
    }
}
