using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Pages of history, from the store or within a unit of work.</summary>
internal static class Histories
{
    /// <summary>A page.</summary>
    /// <param name="reader">Where to look, on one state of the store.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<HistoryPage> ReadAsync(IResourceReader reader, HistoryRequest request, CancellationToken cancellationToken)
    {
        var query = request.Query();
        var versions = request.Count == 0
            ? []
            : await PageAsync(reader, query, request, cancellationToken).ConfigureAwait(false);
        if (versions.Count == 0 && await IsUnknownAsync(reader, request, cancellationToken).ConfigureAwait(false))
        {
            return new() { Refusal = Refusals.NotFound(new ResourceKey(request.Type!, request.Id!)) };
        }

        return new()
        {
            Versions = versions.Count > request.Count ? [.. versions.Take(request.Count)] : versions,
            Next = versions.Count > request.Count ? PositionOf(versions[request.Count - 1]) : null,
            Total = request.IsTotalWanted ? await reader.CountHistoryAsync(query, cancellationToken).ConfigureAwait(false) : null,
        };
    }

    // One more than fits tells whether there is another page.
    private static async ValueTask<IReadOnlyList<ResourceVersion>> PageAsync(
        IResourceReader reader, HistoryQuery query, HistoryRequest request, CancellationToken cancellationToken)
    {
        var skipped = request.After is null ? request.Offset : 0;
        var versions = await reader.HistoryAsync(query with { Limit = skipped + request.Count + 1 }, cancellationToken).ConfigureAwait(false);
        return skipped == 0 ? versions : [.. versions.Skip(skipped)];
    }

    private static async ValueTask<bool> IsUnknownAsync(IResourceReader reader, HistoryRequest request, CancellationToken cancellationToken)
        => request.Id is { } id
            && await reader.ReadAsync(new ResourceKey(request.Type!, id), cancellationToken).ConfigureAwait(false) is null;

    private static HistoryPosition PositionOf(ResourceVersion version) => new(version.LastUpdated, version.Sequence);
}
