using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What interactions do with a unit of work.</summary>
internal static class UnitOfWorkExtensions
{
    /// <summary>Locks one resource.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">The resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its newest version, a deletion included; null when the id was never used.</returns>
    public static async ValueTask<ResourceVersion?> LockAsync(this IUnitOfWork unit, ResourceKey key, CancellationToken cancellationToken)
        => (await unit.LockAsync([key], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(key);

    /// <summary>Carries out a revision.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="revision">What a change came to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<InteractionResult> CarryOutAsync(this IUnitOfWork unit, Revision revision, CancellationToken cancellationToken)
    {
        if (revision.Write is not { } write) return revision.Outcome;
        var stored = await unit.WriteAsync([write], cancellationToken).ConfigureAwait(false);
        return revision.Answer(stored[0]);
    }
}
