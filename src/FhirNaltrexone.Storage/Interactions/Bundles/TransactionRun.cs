using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>
/// Carries out the changes of a transaction in a unit of work: finds what conditional interactions mean, before anything is written; writes deletions,
/// creations and updates; then resources with conditional references, which see all that was written. Made anew for each attempt.
/// </summary>
/// <param name="plan">The transaction.</param>
/// <param name="unit">The unit of work.</param>
/// <param name="revisions">Decides about versions.</param>
/// <param name="preparation">Makes resources ready.</param>
/// <param name="edits">Applies patches.</param>
/// <param name="options">Limits.</param>
internal sealed class TransactionRun(
    TransactionPlan plan, IUnitOfWork unit, Revisions revisions, ContentPreparation preparation, EditedContent edits, InteractionOptions options)
{
    private const int MaxSearches = 3;

    private readonly InteractionResult?[] _results = new InteractionResult?[plan.Entries.Count];
    private IReadOnlyDictionary<ResourceKey, ResourceVersion> _current = new Dictionary<ResourceKey, ResourceVersion>();
    private Resolution _resolution = null!;
    private TransactionLinks _links = null!;
    private long _rows;

    /// <summary>What became of the entry at a place; null when it changes nothing.</summary>
    /// <param name="entry">The place.</param>
    public InteractionResult? ResultOf(int entry) => _results[entry];

    /// <summary>Does it all.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why the transaction fails, or null.</returns>
    public async ValueTask<Refusal?> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var change in plan.Changes.OfType<PlannedEntry>()) unit.Demand(TypeOf(change), Needed(change));
        if (plan.Locks.Count > 0) await unit.SerializeAsync(plan.Locks, cancellationToken).ConfigureAwait(false);
        if (await ResolveAsync(cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        _links = new(plan, _resolution);
        var waiting = InOrder();
        var isLaterRound = false;
        while (waiting.Count > 0)
        {
            var (ready, rest) = Split(waiting);
            if (await WriteAsync(ready, cancellationToken).ConfigureAwait(false) is { } failure) return failure;
            if (rest.Count == 0) break;
            var found = await FindReferencesAsync(rest, cancellationToken).ConfigureAwait(false);
            if (found.Refusal is not null) return found.Refusal;
            if (ready.Count == 0 && !found.HasProgress && isLaterRound) return Unresolved(rest);
            isLaterRound = true;
            waiting = rest;
        }

        return await VerifyReferencesAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Refusal?> ResolveAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxSearches; attempt++)
        {
            _resolution = await Resolution.FindAsync(plan, unit, options.MaxConditionalDeletes, cancellationToken).ConfigureAwait(false);
            if (_resolution.Decide(options.MaxConditionalDeletes) is { } refusal) return refusal;
            var keys = _resolution.ToLock();
            if (keys.Count > 0) _current = await unit.LockAsync(keys, cancellationToken).ConfigureAwait(false);
            if (_resolution.Matches.All(match => _current.GetValueOrDefault(match.Key)?.Version == match.Version)) return null;
        }

        return Refusals.Overtaken;
    }

    // Deletions, creations, updates; within each by key, so that two transactions never wait for each other.
    private List<PlannedEntry> InOrder()
        => [.. plan.Changes.OfType<PlannedEntry>().OrderBy(Rank).ThenBy(change => _resolution.KeysOf(change).Select(key => key.ToString()).FirstOrDefault(), StringComparer.Ordinal)];

    private static string TypeOf(PlannedEntry change) => change.Entry.Url.Type ?? change.Entry.Content!.Type;

    private static GrantedInteractions Needed(PlannedEntry change) => change.Entry.Method switch
    {
        EntryMethod.Post => GrantedInteractions.Create,
        EntryMethod.Delete => GrantedInteractions.Delete,
        _ => GrantedInteractions.Update,
    };

    private static int Rank(PlannedEntry change) => change.Entry.Method switch
    {
        EntryMethod.Delete => 0,
        EntryMethod.Post => 1,
        _ => 2,
    };

    private (List<PlannedEntry> Ready, List<PlannedEntry> Waiting) Split(List<PlannedEntry> waiting)
    {
        var (ready, rest) = (new List<PlannedEntry>(waiting.Count), new List<PlannedEntry>());
        foreach (var change in waiting) (IsReady(change) ? ready : rest).Add(change);
        return (ready, rest);
    }

    private bool IsReady(PlannedEntry change)
        => change.Content is not { } content || IsFound(change)
            || (change.Same is { } same ? IsReady(same) : content.Linked.Targets.All(_links.IsKnown));

    // A conditional create that has found its resource stores nothing.
    private bool IsFound(PlannedEntry change) => change.Entry.Method == EntryMethod.Post && _resolution.MatchOf(change) is not null;

    private async ValueTask<Refusal?> WriteAsync(List<PlannedEntry> changes, CancellationToken cancellationToken)
    {
        var writes = new List<ResourceWrite>(changes.Count);
        var answers = new List<(PlannedEntry Change, Revision Revision)>(changes.Count);
        foreach (var change in changes)
        {
            foreach (var revision in Revise(change))
            {
                if (revision.Outcome.Refusal is { } refusal) return refusal.In(change.Entry, Blame(change, refusal));
                answers.Add((change, revision));
                if (revision.Write is not { } write) continue;
                writes.Add(write);
                _rows += write.Index.RowCount();
            }

            if (_rows > options.MaxIndexRows) return BundleRefusals.TooManyRows(options.MaxIndexRows).In(change.Entry, "resource");
        }

        var stored = writes.Count == 0 ? [] : await unit.WriteAsync(writes, cancellationToken).ConfigureAwait(false);
        Answer(answers, stored);
        return null;
    }

    private void Answer(List<(PlannedEntry Change, Revision Revision)> answers, IReadOnlyList<ResourceVersion> stored)
    {
        var next = 0;
        foreach (var (change, revision) in answers)
        {
            var result = revision.Write is null ? revision.Outcome : revision.Answer(stored[next++]);
            if (change.Same is { } same && !IsFound(change)) result = result with { Resource = _results[same.Entry.Index]!.Resource };
            if (change.Content?.Linked.HasLooseUrn == true) result = result with { Issues = [.. result.Issues, LooseUrn(change)] };
            _results[change.Entry.Index] = result;
            if (result.Resource is { } version) _links.Stored(change.Entry.Index, version.Version);
        }
    }

    private static Issue LooseUrn(PlannedEntry change) => Issues.Warning(
        IssueCodes.NotFound, "A reference is a urn that no entry of the bundle has as fullUrl; it was stored as it is.", change.Entry.At("resource"));

    private static string Blame(PlannedEntry change, Refusal refusal) => refusal.Status switch
    {
        400 when change.Entry.Conditions.IfMatch is { } tags && !EntityTags.TryRead(tags, out _) => "request.ifMatch",
        412 when change.Entry.Conditions.IfMatch is not null => "request.ifMatch",
        412 when change.Entry.Conditions.IfNoneMatch is not null => "request.ifNoneMatch",
        400 or 413 or 422 => "resource",
        _ => change.TargetPart,
    };

    private Revision[] Revise(PlannedEntry change)
    {
        var entry = change.Entry;
        var keys = _resolution.KeysOf(change);
        if (entry.Method == EntryMethod.Delete)
        {
            return keys.Count == 0
                ? [new(entry.Conditions.IfMatch is null ? InteractionResult.Done(204) : InteractionResult.Refused(Refusals.WrongVersion(null)))]
                : keys.Select(key => revisions.Delete(key, _current.GetValueOrDefault(key), entry.Conditions)).ToArray();
        }

        return [entry.Method == EntryMethod.Patch ? Patch(change, keys[0]) : Store(change, keys[0])];
    }

    private Revision Store(PlannedEntry change, ResourceKey key)
    {
        var entry = change.Entry;
        if (IsFound(change)) return new(InteractionResult.Done(200, _resolution.MatchOf(change)));
        if (change.Same is not null) return new(InteractionResult.Done(200));
        if (!change.Content!.TryPrepare(preparation, _links.Write, out var prepared, out var refusal)) return new(InteractionResult.Refused(refusal));
        if (entry.Method == EntryMethod.Post) return revisions.Create(key, prepared);
        var current = _current.GetValueOrDefault(key);
        if (change.Criteria < 0 || _resolution.MatchOf(change) is not null) return revisions.Update(key, current, prepared, entry.Conditions);
        if (entry.Content!.Id is not null && current is { IsDeleted: false }) return new(InteractionResult.Refused(Refusals.IdTaken));
        if (entry.Content.Id is not null) return revisions.Update(key, current, prepared, entry.Conditions);
        return revisions.Refuse(null, entry.Conditions) is { } unmet ? new(InteractionResult.Refused(unmet)) : revisions.Create(key, prepared);
    }

    private Revision Patch(PlannedEntry change, ResourceKey key)
        => EntryPatches.TryRead(change.Content!.Rewrite(_links.Write), options, out var edit, out var refusal)
            ? new EditAttempt(edits, edit).Revise(revisions, key, _current.GetValueOrDefault(key), change.Entry.Conditions)
            : new(InteractionResult.Refused(refusal));

    private async ValueTask<(bool HasProgress, Refusal? Refusal)> FindReferencesAsync(List<PlannedEntry> waiting, CancellationToken cancellationToken)
    {
        var hasProgress = false;
        foreach (var (change, place) in waiting.SelectMany(change => CriteriaOf(change).Select(place => (change, place))).DistinctBy(pair => pair.place))
        {
            if (_links.FoundBy(place) is not null) continue;
            var criteria = plan.Criteria[place];
            var matches = await criteria.FindAsync(unit, 2, cancellationToken).ConfigureAwait(false);
            if (matches.Count > 1) return (false, BundleRefusals.SeveralReferences(criteria.Type).In(change.Entry, "resource"));
            if (matches.Count == 0) continue;
            _links.Found(place, matches[0].Key);
            hasProgress = true;
        }

        return (hasProgress, null);
    }

    private static IEnumerable<int> CriteriaOf(PlannedEntry change)
        => change.Content!.Linked.Targets.Where(target => target.Entry < 0).Select(target => target.Criteria);

    private Refusal Unresolved(List<PlannedEntry> waiting)
    {
        var change = waiting.Find(change => CriteriaOf(change).Any(place => _links.FoundBy(place) is null)) ?? waiting[0];
        var places = CriteriaOf(change).Where(place => _links.FoundBy(place) is null).ToList();
        return (places.Count > 0 ? BundleRefusals.NoReference(plan.Criteria[places[0]].Type) : BundleRefusals.Circle).In(change.Entry, "resource");
    }

    // What was written after a reference had been found may match its criteria too.
    private async ValueTask<Refusal?> VerifyReferencesAsync(CancellationToken cancellationToken)
    {
        var late = plan.Changes.OfType<PlannedEntry>()
            .Where(change => change.Content?.Linked.Targets.Any(target => target.Entry < 0 || target.IsVersioned) == true)
            .ToList();
        var types = late.Select(change => change.Entry.Url.Type).ToHashSet();
        foreach (var place in plan.References)
        {
            if (_links.FoundBy(place) is null || !types.Contains(plan.Criteria[place].Type)) continue;
            var matches = await plan.Criteria[place].FindAsync(unit, 2, cancellationToken).ConfigureAwait(false);
            if (matches.Count == 1 && matches[0].Key == _links.FoundBy(place)) continue;
            var user = late.Find(change => CriteriaOf(change).Contains(place))!;
            return BundleRefusals.SeveralReferences(plan.Criteria[place].Type).In(user.Entry, "resource");
        }

        return null;
    }
}
