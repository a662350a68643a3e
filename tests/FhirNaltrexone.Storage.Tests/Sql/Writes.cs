using System.Text;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Sql;

/// <summary>Short ways to write.</summary>
internal static class Writes
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    public static ResourceWrite Of(string type, string id, int version = 1, IndexEntries? index = null, ResourceChange? change = null) => new()
    {
        Key = new(type, id),
        Version = version,
        LastUpdated = Start.AddSeconds(version),
        Change = change ?? (version == 1 ? ResourceChange.Create : ResourceChange.Update),
        Json = change == ResourceChange.Delete ? default : Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}","id":"{{id}}"}"""),
        Index = index ?? IndexEntries.Empty,
    };

    public static Task<IReadOnlyList<ResourceVersion>> StoreAsync(this IResourceStore store, params ResourceWrite[] writes)
        => store.WriteAsync(async (unit, token) => Decision.Commit(await unit.WriteAsync(writes, token)), default);
}
