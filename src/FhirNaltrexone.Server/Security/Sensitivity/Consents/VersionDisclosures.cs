using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides about versions that need not be the newest. A version is shown when all that came after it may be shown as well: older versions of what looks
/// absent, or a gap among them, would tell that there is more. A history that is cut looks like one that was purged. Whoever holds a version sees it all
/// the same.
/// </summary>
/// <param name="disclosures">Decides about each by itself.</param>
internal sealed class VersionDisclosures(Disclosures disclosures)
{
    private const int PageSize = 200;

    /// <summary>Those of some versions that may be shown, in their order.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reader">Reads as the service itself.</param>
    /// <param name="versions">Versions, none a deletion.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<ResourceVersion>> FilterAsync(
        AccessContext context, IResourceReader reader, IReadOnlyList<ResourceVersion> versions, CancellationToken cancellationToken)
    {
        var permitted = await disclosures.FilterAsync(context, reader, versions, cancellationToken).ConfigureAwait(false);
        if (permitted.Count == 0) return permitted;
        var withheld = new Dictionary<ResourceKey, int>();
        var newest = await reader.ReadManyAsync([.. permitted.Select(version => version.Key).Distinct()], cancellationToken).ConfigureAwait(false);
        foreach (var current in newest)
        {
            var oldest = permitted.Where(version => version.Key == current.Key).Min(version => version.Version);
            if (oldest < current.Version)
                withheld[current.Key] = await LastWithheldAsync(context, reader, current.Key, oldest, cancellationToken).ConfigureAwait(false);
        }

        return [.. permitted.Where(version => version.Version > withheld.GetValueOrDefault(version.Key) || IsHeld(context.Caller, version))];
    }

    /// <summary>The last version after another that is withheld; 0 for none. A deletion is judged by what was deleted.</summary>
    private async ValueTask<int> LastWithheldAsync(
        AccessContext context, IResourceReader reader, ResourceKey key, int after, CancellationToken cancellationToken)
    {
        var query = new HistoryQuery { Type = key.Type, Id = key.Id, Limit = PageSize };
        while (true)
        {
            var page = await reader.HistoryAsync(query, cancellationToken).ConfigureAwait(false);
            var later = page.Where(version => version.Version > after && !version.IsDeleted).ToList();
            var shown = await disclosures.FilterAsync(context, reader, later, cancellationToken).ConfigureAwait(false);
            if (later.Find(version => !shown.Contains(version)) is { } withheld) return withheld.Version;
            if (page.Count < PageSize || page[^1].Version <= after) return 0;
            query = query with { After = new(page[^1].LastUpdated, page[^1].Sequence) };
        }
    }

    private static bool IsHeld(Caller caller, ResourceVersion version)
    {
        if (caller.Holder is not { } holder) return false;
        using var document = JsonDocument.Parse(version.Json);
        return HolderTag.Of(document.RootElement) == holder;
    }
}
