using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>
/// Updates many resources in one commit, each as <see cref="ResourceInteractions.UpdateAsync"/> would alone: for loading data. Nothing ties
/// them together but the commit; references between them may lead anywhere.
/// </summary>
/// <param name="store">Where resources are.</param>
/// <param name="extract">Makes the index entries of a resource from its type and content.</param>
/// <param name="clock">Gives the time of versions.</param>
/// <param name="options">What is allowed.</param>
/// <param name="checks">Rules for what is stored; null for none.</param>
/// <param name="labels">Labels that the service puts on what is stored; null for none.</param>
public sealed class GroupUpdates(
    IResourceStore store,
    Func<string, JsonElement, IndexEntries> extract,
    TimeProvider clock,
    InteractionOptions options,
    IEnumerable<WriteCheck>? checks = null,
    IEnumerable<LabelRule>? labels = null)
{
    private readonly ContentPreparation _preparation = new(extract, checks, labels);

    /// <summary>Makes a resource ready: all that costs time, so that it can be done on several threads.</summary>
    /// <param name="content">The resource.</param>
    /// <param name="update">What can be stored.</param>
    /// <param name="refusal">Why it cannot.</param>
    /// <returns>Whether it can.</returns>
    public bool TryPrepare(ResourceContent content, [NotNullWhen(true)] out GroupUpdate? update, [NotNullWhen(false)] out Refusal? refusal)
    {
        update = null;
        refusal = content.Id is null ? Refusals.IdMissing
            : content.Json.Length > options.MaxResourceBytes ? TooLong : null;
        if (refusal is not null || !_preparation.TryPrepare(content, out var prepared, out refusal)) return false;

        update = new GroupUpdate(new ResourceKey(content.Type, content.Id!), prepared);
        return true;
    }

    /// <summary>Stores resources in one commit; those refused leave the others as they are.</summary>
    /// <param name="updates">Each resource at most once.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="StorageException">Nothing was stored, or nobody knows (<see cref="StorageErrorCode.Indeterminate"/>).</exception>
    public Task<IReadOnlyList<GroupAnswer>> StoreAsync(IReadOnlyList<GroupUpdate> updates, CancellationToken cancellationToken)
        => store.WriteAsync(
            async (unit, token) =>
            {
                var current = await unit.LockAsync([.. updates.Select(update => update.Key)], token).ConfigureAwait(false);
                var revisions = new Revisions(clock.Now(), options);
                Revision[] plans =
                [
                    .. updates.Select(update => revisions.Update(
                        update.Key, current.GetValueOrDefault(update.Key), update.Content, WriteConditions.None)),
                ];
                ResourceWrite[] writes = [.. plans.Select(plan => plan.Write).OfType<ResourceWrite>()];
                var stored = await unit.WriteAsync(writes, token).ConfigureAwait(false);
                return Decision.Commit(Answers(plans, stored));
            },
            cancellationToken);

    private Refusal TooLong => new(413, IssueCodes.TooLong, $"The resource has more than {options.MaxResourceBytes} bytes.");

    private static IReadOnlyList<GroupAnswer> Answers(Revision[] plans, IReadOnlyList<ResourceVersion> stored)
    {
        var next = 0;
        return
        [
            .. plans.Select(plan => plan.Write is null
                ? new GroupAnswer(plan.Outcome, IsUnchanged: !plan.IsRefused)
                : new GroupAnswer(plan.Answer(stored[next++]), IsUnchanged: false)),
        ];
    }
}
