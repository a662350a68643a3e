using FhirNaltrexone.Server.Subscriptions.Events;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Server.Subscriptions.Owners;

/// <summary>
/// Decides which changes a subscription counts and tells, by what its owner may see: of a deletion what was deleted, and of a topic that looks at the
/// version before that one too, for being told would tell of it. Asked when a change is counted and each time it is told.
/// </summary>
internal sealed class Sights(IResourceStore store, Changes changes, SubscriptionOwners owners)
{
    /// <summary>Whether a subscription counts a change. What its owner may not see gets no number: a gap would tell of it.</summary>
    /// <param name="definition">The subscription.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsCountedAsync(Definition definition, Change change, CancellationToken cancellationToken)
    {
        if (definition.Request is not { } request) return false;
        var (isAsked, isAskedAsNew) = (change.IsAskedForBy(request), change.AsNew.IsAskedForBy(request));
        if ((!isAsked && !isAskedAsNew) || owners.Of(definition) is not { } owner) return false;
        using var access = AccessContext.Enter(owner);
        return await OfAsync(request.Topic, change.Version.Key, change.Version.Version, change.Version.IsDeleted, cancellationToken).ConfigureAwait(false) switch
        {
            Sight.Whole => isAsked,
            Sight.Now => isAskedAsNew,
            _ => false,
        };
    }

    /// <summary>Whether the caller under way is told of an event.</summary>
    /// <param name="request">What the subscription asks for; null when that is not known any more.</param>
    /// <param name="one">The event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsToldAsync(SubscriptionRequest? request, SubscriptionEvent one, CancellationToken cancellationToken)
    {
        var isDeletion = one.Change == ResourceChange.Delete;
        return await OfAsync(request?.Topic, one.Focus, one.Version, isDeletion, cancellationToken).ConfigureAwait(false) switch
        {
            Sight.Whole => true,
            Sight.Now => await IsAskedAsNewAsync(request!, one, cancellationToken).ConfigureAwait(false),
            _ => false,
        };
    }

    private async ValueTask<Sight> OfAsync(Topic? topic, ResourceKey key, int version, bool isDeletion, CancellationToken cancellationToken)
    {
        if (AccessContext.Current is { Caller.IsUnrestricted: true }) return Sight.Whole;
        if (!await IsShownAsync(key, isDeletion ? version - 1 : version, cancellationToken).ConfigureAwait(false)) return Sight.None;
        var isAllThereIs = isDeletion || version == 1 || topic?.LooksBack(key.Type) != true;
        return isAllThereIs || await IsShownAsync(key, version - 1, cancellationToken).ConfigureAwait(false) ? Sight.Whole : Sight.Now;
    }

    private async ValueTask<bool> IsAskedAsNewAsync(SubscriptionRequest request, SubscriptionEvent one, CancellationToken cancellationToken)
    {
        using var access = AccessContext.Enter(Caller.Service);
        return await store.ReadVersionAsync(one.Focus, one.Version, cancellationToken).ConfigureAwait(false) is { } version
            && (await changes.OfAsync(version, cancellationToken).ConfigureAwait(false)).AsNew.IsAskedForBy(request);
    }

    private async ValueTask<bool> IsShownAsync(ResourceKey key, int version, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadVersionAsync(key, version, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (StorageException refused) when (refused.Code == StorageErrorCode.Forbidden)
        {
            return false;
        }
    }
}
