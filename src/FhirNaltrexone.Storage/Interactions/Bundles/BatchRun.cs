using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Carries out the entries of a batch one after the other, each on its own.</summary>
/// <param name="store">Where resources are.</param>
/// <param name="interactions">Changes resources.</param>
/// <param name="reads">Answers reads.</param>
/// <param name="options">Limits.</param>
internal sealed class BatchRun(IResourceStore store, ResourceInteractions interactions, EntryReads reads, InteractionOptions options)
{
    /// <summary>Carries out an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="urls">Entries that create resources, by fullUrl.</param>
    /// <param name="context">What came along with the bundle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BundleEntryResult> RunAsync(BundleEntry entry, EntryUrls urls, BundleContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (!entry.IsChange)
            {
                var answer = await store.ReadSnapshotAsync(
                    (reader, token) => reads.AnswerAsync(reader, entry, context, token), cancellationToken).ConfigureAwait(false);
                return answer.Result.Refusal is { } refusal ? answer with { Result = In(answer.Result, refusal, entry) } : answer;
            }

            if (IsEntangled(entry, urls)) return BundleEntryResult.Refused(entry, BundleRefusals.Entangled.In(entry, "resource"));
            var result = await ChangeAsync(entry, cancellationToken).ConfigureAwait(false);
            return BundleEntryResult.Of(entry, result.Refusal is { } failure ? In(result, failure, entry) : result);
        }
        catch (StorageException exception)
        {
            return BundleEntryResult.Refused(entry, StorageRefusals.Of(exception).In(entry, "request"));
        }
    }

    private static InteractionResult In(InteractionResult result, Refusal refusal, BundleEntry entry)
        => result with { Refusal = refusal.In(entry, entry.Content is null ? "request.url" : "resource") };

    private static bool IsEntangled(BundleEntry entry, EntryUrls urls)
    {
        if (entry.Content is not { } content) return false;
        var from = EntryUrls.BaseOf(entry.FullUrl);
        return new LinkedContent(content, (kind, link) => kind == LinkKind.Reference ? urls.Find(link, from) : null).Targets.Any(target => target.Entry != entry.Index);
    }

    private Task<InteractionResult> ChangeAsync(BundleEntry entry, CancellationToken cancellationToken) => entry.Method switch
    {
        EntryMethod.Post => interactions.CreateAsync(entry.Content!, entry.IfNoneExist, cancellationToken),
        EntryMethod.Put when entry.Criteria is { } criteria
            => interactions.UpdateWhereAsync(entry.Url.Type!, criteria, entry.Content!, entry.Conditions, cancellationToken),
        EntryMethod.Put => interactions.UpdateAsync(entry.Url.Key!.Value, entry.Content!, entry.Conditions, cancellationToken),
        EntryMethod.Patch => PatchAsync(entry, cancellationToken),
        _ when entry.Criteria is { } criteria => interactions.DeleteWhereAsync(entry.Url.Type!, criteria, entry.Conditions, cancellationToken),
        _ => interactions.DeleteAsync(entry.Url.Key!.Value, entry.Conditions, cancellationToken),
    };

    private async Task<InteractionResult> PatchAsync(BundleEntry entry, CancellationToken cancellationToken)
    {
        if (!EntryPatches.TryRead(entry.Content!, options, out var edit, out var refusal)) return InteractionResult.Refused(refusal);
        return entry.Criteria is { } criteria
            ? await interactions.PatchWhereAsync(entry.Url.Type!, criteria, edit, entry.Conditions, cancellationToken).ConfigureAwait(false)
            : await interactions.PatchAsync(entry.Url.Key!.Value, edit, entry.Conditions, cancellationToken).ConfigureAwait(false);
    }
}
