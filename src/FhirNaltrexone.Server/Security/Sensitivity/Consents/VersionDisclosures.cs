using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Decides about versions that need not be the newest. A version is shown when all that came after it may be shown as well: older versions of what looks
/// absent, or a gap among them, would tell that there is more. A history that is cut looks like one that was purged. Whoever holds a version sees it all
/// the same. It is for one way through a history, page by page: what came after is judged once, and not again for each page.
/// </summary>
/// <param name="disclosures">Decides about each by itself.</param>
/// <param name="context">The request.</param>
/// <param name="reader">Reads as the service itself.</param>
internal sealed class VersionDisclosures(Disclosures disclosures, AccessContext context, IResourceReader reader)
{
    private const int PageSize = 200;

    private readonly Dictionary<ResourceKey, Judged> _judged = [];

    /// <summary>Those of some versions that may be shown, in their order.</summary>
    /// <param name="versions">Versions, none a deletion.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<ResourceVersion>> FilterAsync(IReadOnlyList<ResourceVersion> versions, CancellationToken cancellationToken)
    {
        var permitted = await disclosures.FilterAsync(context, reader, versions, cancellationToken).ConfigureAwait(false);
        if (permitted.Count == 0) return permitted;
        var withheld = new Dictionary<ResourceKey, int>();
        var newest = await reader.ReadManyAsync([.. permitted.Select(version => version.Key).Distinct()], cancellationToken).ConfigureAwait(false);
        foreach (var current in newest)
        {
            var oldest = permitted.Where(version => version.Key == current.Key).Min(version => version.Version);
            if (oldest < current.Version) withheld[current.Key] = await LastWithheldAsync(current.Key, oldest, cancellationToken).ConfigureAwait(false);
        }

        return [.. permitted.Where(version => version.Version > withheld.GetValueOrDefault(version.Key) || IsHeld(context.Caller, version))];
    }

    /// <summary>The last version that is withheld, as far as it came after another; 0 for none. A deletion is judged by what was deleted.</summary>
    private async ValueTask<int> LastWithheldAsync(ResourceKey key, int after, CancellationToken cancellationToken)
    {
        var judged = _judged.GetValueOrDefault(key, new(int.MaxValue, null, 0));
        while (judged.Withheld == 0 && judged.Oldest > after + 1)
        {
            var query = new HistoryQuery { Type = key.Type, Id = key.Id, After = judged.Place, Limit = PageSize };
            var page = await reader.HistoryAsync(query, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0) break;
            var contents = page.Where(version => !version.IsDeleted).ToList();
            var shown = await disclosures.FilterAsync(context, reader, contents, cancellationToken).ConfigureAwait(false);
            var withheld = contents.Find(version => !shown.Contains(version));
            judged = new(page[^1].Version, new(page[^1].LastUpdated, page[^1].Sequence), withheld?.Version ?? 0);
        }

        _judged[key] = judged;
        return judged.Withheld;
    }

    private static bool IsHeld(Caller caller, ResourceVersion version)
    {
        if (caller.Holder is not { } holder) return false;
        using var document = JsonDocument.Parse(version.Json);
        return HolderTag.Of(document.RootElement) == holder;
    }

    /// <summary>How far the versions of a resource are judged, from the newest on.</summary>
    /// <param name="Oldest">The oldest that is.</param>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Withheld">The last of them that is withheld; 0 for none.</param>
    private readonly record struct Judged(int Oldest, HistoryPosition? Place, int Withheld);
}
