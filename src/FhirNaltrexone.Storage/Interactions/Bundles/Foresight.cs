using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>
/// Makes the resources of a transaction ready before its unit of work, with the links as they will most likely be: what takes time must not hold up
/// other writers. Where the guess proves wrong, the unit of work does it again.
/// </summary>
/// <param name="plan">The transaction.</param>
/// <param name="preparation">Makes resources ready.</param>
/// <param name="options">Limits.</param>
internal sealed class Foresight(TransactionPlan plan, ContentPreparation preparation, InteractionOptions options)
{
    /// <summary>Makes ready what can be.</summary>
    /// <param name="reader">The store as it is now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PrepareAsync(IResourceReader reader, CancellationToken cancellationToken)
    {
        var resolution = await Resolution.FindAsync(plan, reader, options.MaxConditionalDeletes, cancellationToken).ConfigureAwait(false);
        if (resolution.Decide(options.MaxConditionalDeletes) is not null) return;
        var links = new TransactionLinks(plan, resolution);
        foreach (var place in plan.References)
        {
            var matches = await plan.Criteria[place].FindAsync(reader, 2, cancellationToken).ConfigureAwait(false);
            if (matches is [var match]) links.Found(place, match.Key);
        }

        foreach (var change in plan.Changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (change is not { Content: { } content, Same: null } || change.Entry.Method == EntryMethod.Patch) continue;
            if (content.Linked.Targets.All(links.IsKnown)) content.TryPrepare(preparation, links.Write, out _, out _);
        }
    }
}
