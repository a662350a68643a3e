using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>Reads what the store has of one patient, by the same queries that hooks ask of other servers.</summary>
/// <param name="reader">The store at one moment.</param>
/// <param name="searches">Reads queries.</param>
/// <param name="patient">Logical id of the patient.</param>
/// <param name="limit">Most resources.</param>
/// <param name="now">The instant of the request.</param>
internal sealed class StoredData(IResourceReader reader, SearchRequestReader searches, string patient, int limit, DateTimeOffset now)
{
    private const string Token = "{{context.patientId}}";
    private const int PageSize = 500;

    private readonly List<JsonElement> _resources = [];

    /// <summary>What was read.</summary>
    public IReadOnlyList<JsonElement> Resources => _resources;

    /// <summary>Types of which more is stored than was read, or may be.</summary>
    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a template is a search; otherwise it reads one resource.</summary>
    public static bool IsSearch(PrefetchTemplate template) => template.Query.Contains('?', StringComparison.Ordinal);

    /// <summary>Reads one template.</summary>
    public async ValueTask ReadAsync(PrefetchTemplate template, CancellationToken cancellationToken)
    {
        if (!IsSearch(template))
        {
            await ReadAsync(new ResourceKey(template.ResourceType, patient), cancellationToken).ConfigureAwait(false);
            return;
        }

        var query = template.Query[(template.Query.IndexOf('?', StringComparison.Ordinal) + 1)..].Replace(Token, $"Patient/{patient}", StringComparison.Ordinal);
        var read = searches.Read(template.ResourceType, null, QueryText.Read(query), isStrict: true, now);

        // More codes than a search may have: the whole type holds them all.
        read = read.Refusal is null ? read : searches.Read(template.ResourceType, null, [new("patient", $"Patient/{patient}")], isStrict: true, now);
        try
        {
            await SearchAsync(template.ResourceType, read.Value!.Query, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException refused) when (refused.Code == StorageErrorCode.Forbidden)
        {
            // The scopes of the caller leave out the type, as they may leave out records of it: the answer is incomplete.
            Unread.Add(template.ResourceType);
        }
    }

    /// <summary>Reads single resources that others refer to; those that are not stored are left out.</summary>
    public async ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => keys.Count == 0 ? [] : [.. (await reader.ReadManyAsync(keys, cancellationToken).ConfigureAwait(false)).Where(version => !version.IsDeleted)];

    private async ValueTask ReadAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(key, cancellationToken).ConfigureAwait(false) is { IsDeleted: false } found)
        {
            _resources.Add(JsonElement.Parse(found.Json.Span));
        }
    }

    private async ValueTask SearchAsync(string type, SearchQuery query, CancellationToken cancellationToken)
    {
        var next = query with { Count = PageSize };
        while (true)
        {
            var page = await reader.SearchAsync(next, cancellationToken).ConfigureAwait(false);
            var room = limit - _resources.Count;
            _resources.AddRange(page.Matches.Take(room).Select(match => JsonElement.Parse(match.Json.Span)));
            if (page.Matches.Count > room || (page.Next is not null && page.Matches.Count == room))
            {
                Unread.Add(type);
                return;
            }

            if (page.Next is null) return;
            next = next with { After = page.Next };
        }
    }
}
