using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Reads Subscriptions and remembers what was read: a version never changes.</summary>
internal sealed class Definitions(IResourceStore store, SubscriptionReader reader)
{
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<(string Id, int Version), Definition> _known = new();

    /// <summary>A version of a Subscription; the newest one if that one was removed; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Definition?> FindAsync(string id, int version, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((id, version), out var known)) return known;
        var key = new ResourceKey("Subscription", id);
        var found = await store.ReadVersionAsync(key, version, cancellationToken).ConfigureAwait(false)
            ?? await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        return found is { IsDeleted: false } ? Of(found) : null;
    }

    /// <summary>What a version asks for.</summary>
    /// <param name="version">A version of a Subscription, not a deletion.</param>
    public Definition Of(ResourceVersion version)
    {
        if (_known.Count >= MaxRemembered) _known.Clear();
        return _known.GetOrAdd((version.Key.Id, version.Version), _ => Read(version));
    }

    private Definition Read(ResourceVersion version)
    {
        using var document = JsonDocument.Parse(version.Json);
        var root = document.RootElement.Clone();
        return new(version, root, reader.Read(root, []));
    }
}
