using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>Finds definitions that clients have stored, by their canonicals.</summary>
internal sealed class StoredDefinitions(IResourceStore store, SearchRequestReader searches, TimeProvider clock)
{
    /// <summary>The same where a definition only helps: one of a type that the caller may not search is as good as not stored.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="canonical">A URL, or a URL, a bar and a version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ResourceVersion?> FindIfAllowedAsync(string type, string canonical, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(type, canonical, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException refused) when (refused.Code == StorageErrorCode.Forbidden)
        {
            return null;
        }
    }

    /// <summary>The definition a canonical names; null when none is stored.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="canonical">A URL, or a URL, a bar and a version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ResourceVersion?> FindAsync(string type, string canonical, CancellationToken cancellationToken)
    {
        var parts = canonical.Split('|', 2);
        var criteria = $"url={Uri.EscapeDataString(parts[0])}{(parts.Length > 1 ? $"&version={Uri.EscapeDataString(parts[1])}" : "")}";
        if (!searches.TryReadCriteria(type, criteria, clock.GetUtcNow(), out var query, out _, out _)) return null;
        var page = await store.ReadSnapshotAsync((reader, token) => reader.SearchAsync(query, token), cancellationToken).ConfigureAwait(false);
        return page.Matches is [var match, ..] ? match : null;
    }
}
