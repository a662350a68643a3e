using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Audit;

/// <summary>Links records to the chain within a transaction. The end is locked until it commits: links never branch.</summary>
internal static class AuditChain
{
    /// <summary>Links records.</summary>
    /// <param name="session">A session in a transaction.</param>
    /// <param name="events">AuditEvents as stored, in order.</param>
    /// <param name="seal">Makes fingerprints.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    public static async ValueTask AppendAsync(
        ISqlSession session, IReadOnlyList<ResourceVersion> events, AuditSeal seal, CancellationToken cancellationToken)
    {
        if (events.Count == 0) return;
        var texts = session.Dialect.Texts;
        var heads = await session.QueryAsync(
            new(texts.Query("audit-head-lock"), []), row => new AuditHead(row.Int64(0), row.Text(1)), cancellationToken).ConfigureAwait(false);
        var (position, hash) = (heads[0].Position, heads[0].Hash);
        foreach (var version in events)
        {
            position++;
            var content = seal.OfContent(version.Json.Span);
            hash = seal.OfLink(hash, position, version.Key.Id, version.LastUpdated, content);
            await session.QueryAsync(
                new(texts.Query("audit-append"), [position, version.Key.Id, version.LastUpdated.ToUnixTimeMilliseconds(), content, hash]),
                _ => 0,
                cancellationToken).ConfigureAwait(false);
        }

        await session.QueryAsync(new(texts.Query("audit-head-move"), [position, hash]), _ => 0, cancellationToken).ConfigureAwait(false);
    }
}
