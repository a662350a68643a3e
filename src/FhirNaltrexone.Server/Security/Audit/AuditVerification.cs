using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>Reads the audit chain from its start, compares every record with its link, and looks for records that no link tells of.</summary>
/// <param name="stores">The database.</param>
/// <param name="seal">Makes the fingerprints.</param>
/// <param name="mayExpireBefore">Records older than this may have been removed.</param>
internal sealed class AuditVerification(ResourceStores stores, AuditSeal seal, DateTimeOffset mayExpireBefore)
{
    private const int Page = 500;
    private const int MostDefects = 100;

    /// <summary>Verifies the chain.</summary>
    /// <param name="anchors">Ends noted earlier; each must still be a link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The end of the chain, how many records were compared, and what is wrong, in the order of the chain.</returns>
    public async Task<(AuditHead Head, long Compared, IReadOnlyList<string> Defects)> RunAsync(
        IReadOnlyList<AuditHead> anchors, CancellationToken cancellationToken)
    {
        var defects = new List<string>();
        var open = anchors.Where(anchor => anchor.Position > 0).ToDictionary(anchor => anchor.Position, anchor => anchor.Hash);
        var (position, hash, compared) = (0L, AuditSeal.Origin, 0L);
        while (defects.Count < MostDefects)
        {
            var links = await stores.Audit.ListAsync(position, Page, cancellationToken).ConfigureAwait(false);
            var records = await ReadAsync(links, cancellationToken).ConfigureAwait(false);
            foreach (var link in links)
            {
                if (link.Position != position + 1) defects.Add($"{position + 1}: {link.Position - position - 1} links are missing.");
                if (link.Hash != seal.OfLink(hash, link.Position, link.Id, link.Recorded, link.Content))
                    defects.Add($"{link.Position}: the link does not follow the one before it.");
                if (Compare(link, records.GetValueOrDefault(link.Id)) is { } defect) defects.Add($"{link.Position}: AuditEvent/{link.Id} {defect}");
                if (open.Remove(link.Position, out var noted) && noted != link.Hash) defects.Add($"{link.Position}: the end noted here earlier was another one.");
                (position, hash) = (link.Position, link.Hash);
                compared++;
            }

            if (links.Count < Page) break;
        }

        var head = await stores.Audit.HeadAsync(cancellationToken).ConfigureAwait(false);
        if (defects.Count < MostDefects && (head.Position, head.Hash) != (position, hash)) defects.Add($"{position}: the chain ends here, but its end was noted at {head.Position}.");
        if (defects.Count < MostDefects)
        {
            var strays = await stores.Audit.StraysAsync(MostDefects, cancellationToken).ConfigureAwait(false);
            defects.AddRange(strays.Select(stray => $"AuditEvent/{stray.Id} {stray.Defect}").Where(defect => !defects.Exists(known => known.EndsWith(defect, StringComparison.Ordinal))));
        }

        defects.AddRange(open.Keys.Order().Select(missing => $"{missing}: the end noted here earlier is missing."));
        return (head, compared, defects);
    }

    private async Task<Dictionary<string, ResourceVersion>> ReadAsync(IReadOnlyList<AuditLink> links, CancellationToken cancellationToken)
    {
        if (links.Count == 0) return [];
        var keys = links.Select(link => new ResourceKey("AuditEvent", link.Id)).ToArray();
        return (await stores.Resources.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false)).ToDictionary(version => version.Key.Id);
    }

    private string? Compare(AuditLink link, ResourceVersion? record)
    {
        if (record is { IsDeleted: false })
        {
            if (record.Version != 1) return "was written again.";
            return seal.OfContent(record.Json.Span) == link.Content ? null : "was altered.";
        }

        return link.IsExpired && link.Recorded < mayExpireBefore ? null : "is missing.";
    }
}
