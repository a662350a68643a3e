using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>
/// Interactions with one resource (FHIR R4, http), HTTP left aside. Conditional forms search and write in one unit of work that runs alone among
/// those with overlapping criteria. Methods answer expected failures as refusals and let a <see cref="StorageException"/> pass, save conflicts (409).
/// </summary>
public sealed class ResourceInteractions
{
    // How often a match that somebody changed between search and lock is searched again.
    private const int MaxSearches = 3;

    private readonly IResourceStore _store;
    private readonly CriteriaReader _criteria;
    private readonly InteractionOptions _options;
    private readonly ContentPreparation _preparation;
    private readonly EditedContent _edits;
    private readonly UnitRunner _units;

    /// <summary>Makes the interactions of a store.</summary>
    /// <param name="store">Where resources are.</param>
    /// <param name="extract">Makes the index entries of a resource from its type and content.</param>
    /// <param name="criteria">Reads conditional criteria.</param>
    /// <param name="reader">Reads the results of patches.</param>
    /// <param name="clock">Gives the time of versions.</param>
    /// <param name="options">What is allowed.</param>
    /// <param name="checks">Rules for what is stored; null for none.</param>
    /// <param name="labels">Labels that the service puts on what is stored; null for none.</param>
    public ResourceInteractions(
        IResourceStore store,
        Func<string, JsonElement, IndexEntries> extract,
        CriteriaReader criteria,
        ContentReader reader,
        TimeProvider clock,
        InteractionOptions options,
        IEnumerable<WriteCheck>? checks = null,
        IEnumerable<LabelRule>? labels = null)
    {
        _store = store;
        _criteria = criteria;
        _options = options;
        _preparation = new(extract, checks, labels);
        _edits = new(reader, _preparation, options);
        _units = new(store, clock, options);
    }

    /// <summary>Reads the current version: 200, 304, 404, or 410 with the deletion.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="conditions">What the client has already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<InteractionResult> ReadAsync(ResourceKey key, ReadConditions conditions, CancellationToken cancellationToken)
        => Reads.ReadAsync(_store, key, conditions, cancellationToken).AsTask();

    /// <summary>Reads one version: 200, 404, or 410 when it is a deletion.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="version">Version id as in the URL.</param>
    /// <param name="conditions">What the client has already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<InteractionResult> ReadVersionAsync(
        ResourceKey key, string version, ReadConditions conditions, CancellationToken cancellationToken)
        => Reads.ReadVersionAsync(_store, key, version, conditions, cancellationToken).AsTask();

    /// <summary>Creates a resource under a new id (201). With criteria: 200 with the one resource that matches, 412 when several do.</summary>
    /// <param name="content">The resource; its id is ignored.</param>
    /// <param name="ifNoneExist">Criteria of a conditional create; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InteractionResult> CreateAsync(ResourceContent content, string? ifNoneExist, CancellationToken cancellationToken)
    {
        if (!_preparation.TryPrepare(content, out var prepared, out var refusal)) return InteractionResult.Refused(refusal);
        var key = new ResourceKey(content.Type, ServerIds.Next());
        if (ifNoneExist is null)
        {
            return await _units.RunAsync(
                (unit, revisions, token) =>
                {
                    unit.Demand(key.Type, GrantedInteractions.Create);
                    return unit.CarryOutAsync(revisions.Create(key, prepared), token);
                },
                cancellationToken).ConfigureAwait(false);
        }

        if (!Criteria.TryRead(_criteria, content.Type, ifNoneExist, _units.Now, out var criteria, out refusal)) return InteractionResult.Refused(refusal);
        return await _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(key.Type, GrantedInteractions.Create);
                await unit.SerializeAsync(criteria.Locks, token).ConfigureAwait(false);
                var matches = await criteria.FindAsync(unit, 2, token).ConfigureAwait(false);
                return matches.Count switch
                {
                    0 => await unit.CarryOutAsync(revisions.Create(key, prepared), token).ConfigureAwait(false),
                    1 => InteractionResult.Done(200, matches[0]),
                    _ => InteractionResult.Refused(Refusals.SeveralMatch(content.Type)),
                };
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Updates a resource (200), or creates or revives it under the client's id (201). Content that is there already makes no new version.</summary>
    /// <param name="key">Type and id of the URL.</param>
    /// <param name="content">The resource, with the same id.</param>
    /// <param name="conditions">What the client demands of the current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InteractionResult> UpdateAsync(
        ResourceKey key, ResourceContent content, WriteConditions conditions, CancellationToken cancellationToken)
    {
        if (content.Type != key.Type) return InteractionResult.Refused(Refusals.TypeDiffers(key.Type));
        if (content.Id is null) return InteractionResult.Refused(Refusals.IdMissing);
        if (content.Id != key.Id) return InteractionResult.Refused(Refusals.IdDiffers);
        if (!_preparation.TryPrepare(content, out var prepared, out var refusal)) return InteractionResult.Refused(refusal);
        return await _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(key.Type, GrantedInteractions.Update);
                var current = await unit.LockAsync(key, token).ConfigureAwait(false);
                return await unit.CarryOutAsync(revisions.Update(key, current, prepared, conditions), token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Updates the one resource that matches; without a match creates it, under the id of the content if there is one.
    /// 412 when several match, 400 when the id is not that of the match, 409 when the id belongs to a resource that does not match.
    /// </summary>
    /// <param name="type">Resource type of the URL.</param>
    /// <param name="criteria">Criteria.</param>
    /// <param name="content">The resource.</param>
    /// <param name="conditions">What the client demands of the current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InteractionResult> UpdateWhereAsync(
        string type, string criteria, ResourceContent content, WriteConditions conditions, CancellationToken cancellationToken)
    {
        if (content.Type != type) return InteractionResult.Refused(Refusals.TypeDiffers(type));
        if (!_preparation.TryPrepare(content, out var prepared, out var refusal)) return InteractionResult.Refused(refusal);
        if (!Criteria.TryRead(_criteria, type, criteria, _units.Now, out var read, out refusal)) return InteractionResult.Refused(refusal);
        var fresh = new ResourceKey(type, ServerIds.Next());
        return await _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(type, GrantedInteractions.Update);
                await unit.SerializeAsync(read.Locks, token).ConfigureAwait(false);
                var match = await FindOneAsync(unit, read, token).ConfigureAwait(false);
                if (match.Refusal is { } several) return InteractionResult.Refused(several);
                var revision = match.Version is { } current
                    ? UpdateMatch(revisions, current, prepared, conditions)
                    : await CreateUnmatchedAsync(unit, revisions, fresh, prepared, conditions, token).ConfigureAwait(false);
                return await unit.CarryOutAsync(revision, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Edits the current version: 200, 404 or 410 when there is none, 422 when the edit does not fit.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="conditions">What the client demands of the current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InteractionResult> PatchAsync(
        ResourceKey key, ResourceEdit edit, WriteConditions conditions, CancellationToken cancellationToken)
    {
        // Applied to what is seen now; in the unit of work again only if somebody changed it meanwhile.
        // Who may update need not be one who may read: what is not shown is edited in the unit of work.
        var seen = (await _store.ReadManyAsync([key], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        var attempt = new EditAttempt(_edits, edit);
        attempt.Prepare(seen);
        return await _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(key.Type, GrantedInteractions.Update);
                var current = await unit.LockAsync(key, token).ConfigureAwait(false);
                return await unit.CarryOutAsync(attempt.Revise(revisions, key, current, conditions), token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Edits the one resource that matches: 404 when none does, 412 when several do.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="criteria">Criteria.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="conditions">What the client demands of the current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InteractionResult> PatchWhereAsync(
        string type, string criteria, ResourceEdit edit, WriteConditions conditions, CancellationToken cancellationToken)
    {
        if (!Criteria.TryRead(_criteria, type, criteria, _units.Now, out var read, out var refusal)) return InteractionResult.Refused(refusal);

        // As for one resource, of what matches now. Others wait for the unit of work: it should have little left to do.
        var attempt = new EditAttempt(_edits, edit);
        if (await read.FindAsync(_store, 2, cancellationToken).ConfigureAwait(false) is [var seen]) attempt.Prepare(seen);
        return await _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(type, GrantedInteractions.Update);
                await unit.SerializeAsync(read.Locks, token).ConfigureAwait(false);
                var match = await FindOneAsync(unit, read, token).ConfigureAwait(false);
                if (match.Refusal is { } several) return InteractionResult.Refused(several);
                if (match.Version is not { } current) return InteractionResult.Refused(Refusals.NoMatch(type));
                var revision = attempt.Revise(revisions, current.Key, current, conditions);
                return await unit.CarryOutAsync(revision, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a resource: 204, also when it is gone already or never was.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="conditions">What the client demands of the current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<InteractionResult> DeleteAsync(ResourceKey key, WriteConditions conditions, CancellationToken cancellationToken)
        => _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(key.Type, GrantedInteractions.Delete);
                var current = await unit.LockAsync(key, token).ConfigureAwait(false);
                return await unit.CarryOutAsync(revisions.Delete(key, current, conditions), token).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Deletes what matches: 204; 412 when more match than <see cref="InteractionOptions.MaxConditionalDeletes"/>.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="criteria">Criteria; empty ones are refused.</param>
    /// <param name="conditions">What the client demands of each current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<InteractionResult> DeleteWhereAsync(
        string type, string criteria, WriteConditions conditions, CancellationToken cancellationToken)
    {
        if (!Criteria.TryRead(_criteria, type, criteria, _units.Now, out var read, out var refusal)) return InteractionResult.Refused(refusal);
        var limit = _options.MaxConditionalDeletes;
        return await _units.RunAsync(
            async (unit, revisions, token) =>
            {
                unit.Demand(type, GrantedInteractions.Delete);
                await unit.SerializeAsync(read.Locks, token).ConfigureAwait(false);
                var match = await LockedMatches.FindAsync(unit, read, limit + 1, MaxSearches, token).ConfigureAwait(false);
                if (match is null) return InteractionResult.Refused(Refusals.Overtaken);
                return match.Count > limit
                    ? InteractionResult.Refused(limit == 1 ? Refusals.SeveralMatch(type) : Refusals.TooManyMatch(limit))
                    : await DeleteAllAsync(unit, revisions, match, conditions, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists versions: of a resource (404 when its id was never used), of a type or of all.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<HistoryPage> HistoryAsync(HistoryRequest request, CancellationToken cancellationToken)
        => _store.ReadSnapshotAsync((reader, token) => Histories.ReadAsync(reader, request, token), cancellationToken);

    /// <summary>Removes all versions of a resource but the newest (<c>$purge-history</c>): 200 with the newest, 404 when the id was never used.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<InteractionResult> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken)
        => _units.RunAsync(
            async (unit, _, token) =>
            {
                unit.Demand(key.Type, GrantedInteractions.Delete);
                if (await unit.LockAsync(key, token).ConfigureAwait(false) is not { } current) return InteractionResult.Refused(Refusals.NotFound(key));
                if (current.IsPublished) return InteractionResult.Refused(Refusals.Published(key));
                var count = await unit.PurgeHistoryAsync(key, token).ConfigureAwait(false);
                return InteractionResult.Done(200, current) with { Issues = [Issues.Informational($"Versions removed: {count}.")] };
            },
            cancellationToken);

    private static async ValueTask<InteractionResult> DeleteAllAsync(
        IUnitOfWork unit, Revisions revisions, IReadOnlyList<ResourceVersion> matches, WriteConditions conditions, CancellationToken cancellationToken)
    {
        if (matches.Count == 0 && conditions.IfMatch is not null) return InteractionResult.Refused(Refusals.WrongVersion(null));
        var plans = matches.Select(match => revisions.Delete(match.Key, match, conditions)).ToArray();
        foreach (var plan in plans)
        {
            if (plan.IsRefused) return plan.Outcome;
        }

        var stored = await unit.WriteAsync([.. plans.Select(plan => plan.Write!)], cancellationToken).ConfigureAwait(false);
        return InteractionResult.Done(204, stored.Count == 1 ? stored[0] : null) with
        {
            Issues = [Issues.Informational($"Resources deleted: {stored.Count}.")],
        };
    }

    private static async ValueTask<(ResourceVersion? Version, Refusal? Refusal)> FindOneAsync(
        IUnitOfWork unit, Criteria criteria, CancellationToken cancellationToken)
    {
        var matches = await LockedMatches.FindAsync(unit, criteria, 2, MaxSearches, cancellationToken).ConfigureAwait(false);
        return matches switch
        {
            null => (null, Refusals.Overtaken),
            { Count: > 1 } => (null, Refusals.SeveralMatch(criteria.Type)),
            _ => (matches.SingleOrDefault(), null),
        };
    }

    private static Revision UpdateMatch(Revisions revisions, ResourceVersion current, PreparedContent content, WriteConditions conditions)
        => content.Id is { } id && id != current.Key.Id
            ? new(InteractionResult.Refused(Refusals.IdDiffers))
            : revisions.Update(current.Key, current, content, conditions);

    // FHIR R5 tells what R4 leaves open: an id that is taken by a resource that does not match is a conflict.
    private static async ValueTask<Revision> CreateUnmatchedAsync(
        IUnitOfWork unit, Revisions revisions, ResourceKey fresh, PreparedContent content, WriteConditions conditions, CancellationToken cancellationToken)
    {
        if (content.Id is null)
        {
            return revisions.Refuse(null, conditions) is { } refusal
                ? new(InteractionResult.Refused(refusal))
                : revisions.Create(fresh, content);
        }

        var key = new ResourceKey(content.Type, content.Id);
        var current = await unit.LockAsync(key, cancellationToken).ConfigureAwait(false);
        return current is { IsDeleted: false }
            ? new(InteractionResult.Refused(Refusals.IdTaken))
            : revisions.Update(key, current, content, conditions);
    }
}
