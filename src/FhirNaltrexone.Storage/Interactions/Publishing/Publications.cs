using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Interactions.Publishing;

/// <summary>
/// Brings content of the service into the store, where searches find it beside what clients have stored. Its versions are marked by what made them
/// (<see cref="ResourceVersion.IsPublished"/>), which no content that a client sends can claim. Doing it again changes nothing, so that every
/// replica may do it at every start.
/// </summary>
/// <param name="store">Where resources are.</param>
/// <param name="extract">Makes the index entries of a resource from its type and content.</param>
/// <param name="clock">Gives the time of versions.</param>
/// <param name="options">What is allowed.</param>
public sealed class Publications(IResourceStore store, Func<string, JsonElement, IndexEntries> extract, TimeProvider clock, InteractionOptions options)
{
    private const int PageSize = 50;
    private const int GroupSize = 20;

    private static readonly int[] UrlParameters =
        [.. SearchParameterSet.Core.All.Where(parameter => parameter is { Code: "url", Type: SearchParameterType.Uri }).Select(parameter => parameter.Key)];

    /// <summary>
    /// Stores what is new or has changed, and marks as retired what was published before and is content no more. What clients have stored under an
    /// id of the content stays.
    /// </summary>
    /// <param name="urlBase">What the canonical URLs of all content begin with.</param>
    /// <param name="content">The content: valid resources with id and url.</param>
    /// <param name="cancellationToken">Stops between two commits.</param>
    /// <exception cref="StorageException">The store failed; what was committed stays, and doing it again goes on there.</exception>
    public async Task<PublicationReport> PublishAsync(
        string urlBase, IReadOnlyDictionary<ResourceKey, ReadOnlyMemory<byte>> content, CancellationToken cancellationToken)
    {
        var (unchanged, dropped) = await CompareAsync(urlBase, content, cancellationToken).ConfigureAwait(false);
        var wanted = content.Where(pair => !unchanged.Contains(pair.Key)).Select(pair => (pair.Key, Json: pair.Value)).ToList();
        var (written, kept) = await StoreAsync(wanted, cancellationToken).ConfigureAwait(false);
        var (retired, _) = await StoreAsync([.. dropped.Select(version => (version.Key, Retired(version)))], cancellationToken).ConfigureAwait(false);
        return new(written, content.Count - written - kept.Count, retired, kept);
    }

    /// <summary>What stands in the store as it should, and what stands there and is content no more.</summary>
    private async Task<(HashSet<ResourceKey> Unchanged, List<ResourceVersion> Dropped)> CompareAsync(
        string urlBase, IReadOnlyDictionary<ResourceKey, ReadOnlyMemory<byte>> content, CancellationToken cancellationToken)
    {
        var (unchanged, dropped) = (new HashSet<ResourceKey>(), new List<ResourceVersion>());
        var query = new SearchQuery { Filter = new HasEntry(UrlParameters, new UriTest(UriMatch.Below, [urlBase])), Count = PageSize };
        for (SearchPage? page = null; page is null || page.Next is not null;)
        {
            page = await store.SearchAsync(query with { After = page?.Next }, cancellationToken).ConfigureAwait(false);
            foreach (var version in page.Matches.Where(version => version.IsPublished))
            {
                if (!content.TryGetValue(version.Key, out var json)) dropped.Add(version);
                else if (IsSame(version, json)) unchanged.Add(version.Key);
            }
        }

        return (unchanged, [.. dropped.Where(version => !IsRetired(version))]);
    }

    private async Task<(int Written, List<ResourceKey> Kept)> StoreAsync(
        List<(ResourceKey Key, ReadOnlyMemory<byte> Json)> resources, CancellationToken cancellationToken)
    {
        var (written, kept) = (0, new List<ResourceKey>());
        foreach (var group in resources.Chunk(GroupSize))
        {
            var prepared = group.Select(resource => (resource.Key, Content: Prepare(resource.Key, resource.Json))).ToList();
            var revisions = await store.WriteAsync((unit, token) => StoreAsync(unit, prepared, token), cancellationToken).ConfigureAwait(false);
            written += revisions.Count(revision => revision.Write is not null);
            kept.AddRange(prepared.Zip(revisions).Where(pair => pair.Second.IsRefused).Select(pair => pair.First.Key));
        }

        return (written, kept);
    }

    private async ValueTask<Decision<Revision[]>> StoreAsync(
        IUnitOfWork unit, List<(ResourceKey Key, PreparedContent Content)> resources, CancellationToken cancellationToken)
    {
        var current = await unit.LockAsync([.. resources.Select(resource => resource.Key)], cancellationToken).ConfigureAwait(false);
        var decide = new Revisions(clock.Now(), options);
        Revision[] revisions = [.. resources.Select(resource => decide.Publish(resource.Key, current.GetValueOrDefault(resource.Key), resource.Content))];
        await unit.WriteAsync([.. revisions.Select(revision => revision.Write).OfType<ResourceWrite>()], cancellationToken).ConfigureAwait(false);
        return Decision.Commit(revisions);
    }

    private PreparedContent Prepare(ResourceKey key, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new(key.Type, key.Id, MetaStamp.Read(key.Type, json), extract(key.Type, document.RootElement), []);
    }

    private static bool IsSame(ResourceVersion version, ReadOnlyMemory<byte> json)
        => MetaStamp.Read(version.Key.Type, json).HasSameContent(MetaStamp.Read(version.Key.Type, version.Json));

    private static bool IsRetired(ResourceVersion version)
    {
        using var document = JsonDocument.Parse(version.Json);
        return document.RootElement.TryGetProperty("status"u8, out var status) && status.ValueEquals("retired"u8);
    }

    private static ReadOnlyMemory<byte> Retired(ResourceVersion version)
    {
        var resource = JsonNode.Parse(version.Json.Span)!.AsObject();
        resource["status"] = "retired";
        return JsonSerializer.SerializeToUtf8Bytes(resource);
    }
}
