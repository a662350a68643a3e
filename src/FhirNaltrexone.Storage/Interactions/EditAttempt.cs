using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>An edit of one resource. It remembers what it made of the last version it saw, so that the work is not done twice.</summary>
/// <param name="edits">Applies edits.</param>
/// <param name="edit">The edit.</param>
internal sealed class EditAttempt(EditedContent edits, ResourceEdit edit)
{
    private (ResourceKey Key, int Version)? _seen;
    private PreparedContent? _prepared;
    private Refusal? _refusal;

    /// <summary>Applies the edit to a version.</summary>
    /// <param name="seen">The version; nothing is done with null, a deletion or published content.</param>
    public void Prepare(ResourceVersion? seen)
    {
        if (seen is not { IsDeleted: false, IsPublished: false } || (seen.Key, seen.Version) == _seen) return;
        edits.TryPrepare(seen, edit, out _prepared, out _refusal);
        _seen = (seen.Key, seen.Version);
    }

    /// <summary>What the edit comes to.</summary>
    /// <param name="revisions">Decides.</param>
    /// <param name="key">The resource.</param>
    /// <param name="current">Its newest version, locked.</param>
    /// <param name="conditions">What the client demands of it.</param>
    public Revision Revise(Revisions revisions, ResourceKey key, ResourceVersion? current, WriteConditions conditions)
    {
        // Before anything else: who may not read is told nothing by the end of it.
        if (edit.IsQuestion && AccessContext.Current?.Caller.ReadsWhatItChanges(key.Type) == false) return new(InteractionResult.Refused(Refusals.Asking));
        if (revisions.Refuse(current, conditions) is { } unmet) return new(InteractionResult.Refused(unmet) with { Resource = current });
        if (current is null) return new(InteractionResult.Refused(Refusals.NotFound(key)));
        if (current.IsDeleted) return new(InteractionResult.Refused(Refusals.Gone(key)) with { Resource = current });
        if (current.IsPublished) return new(InteractionResult.Refused(Refusals.Published(key)) with { Resource = current });
        Prepare(current);
        return _prepared is { } prepared
            ? revisions.Replace(current, prepared, edit.Change)
            : new(InteractionResult.Refused(_refusal!));
    }
}
