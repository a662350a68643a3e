using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Finds what matches criteria and holds it, so that it still matches when it is written.</summary>
internal static class LockedMatches
{
    /// <summary>Searches, locks, and searches again as long as somebody changed a match in between.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="criteria">Criteria, serialized already.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="attempts">How often to search.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The matches; null when others were faster each time.</returns>
    public static async ValueTask<IReadOnlyList<ResourceVersion>?> FindAsync(
        IUnitOfWork unit, Criteria criteria, int limit, int attempts, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var matches = await criteria.FindAsync(unit, limit, cancellationToken).ConfigureAwait(false);
            if (matches.Count == 0) return matches;
            var held = await unit.LockAsync([.. matches.Select(match => match.Key)], cancellationToken).ConfigureAwait(false);
            if (matches.All(match => held.TryGetValue(match.Key, out var now) && now.Version == match.Version)) return matches;
        }

        return null;
    }
}
