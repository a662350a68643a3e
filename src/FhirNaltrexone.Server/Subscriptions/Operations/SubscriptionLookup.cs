using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Server.Subscriptions.Operations;

/// <summary>Finds Subscriptions with their states, also those that the log has not told of yet.</summary>
internal sealed class SubscriptionLookup(IResourceStore resources, ISubscriptionStore store, Definitions definitions)
{
    /// <summary>A Subscription as it stands now; null when there is none, or when it is somebody else's.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(Definition Definition, SubscriptionState State)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!ResourceKey.IsId(id)) return null;
        if (await resources.ReadAsync(new("Subscription", id), cancellationToken).ConfigureAwait(false) is not { IsDeleted: false } newest) return null;
        var definition = definitions.Of(newest);
        var status = SubscriptionStatuses.Of(definition.Root);
        var state = await store.FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? new SubscriptionState { Id = id, Version = newest.Version, Status = status, Channel = string.Empty };
        return (definition, state with { Status = status });
    }

    /// <summary>Ids of all subscriptions known.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> IdsAsync(CancellationToken cancellationToken)
        => [.. (await store.ListAsync(cancellationToken).ConfigureAwait(false)).Select(state => state.Id)];
}
