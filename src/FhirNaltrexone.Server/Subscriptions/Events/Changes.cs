using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Subscriptions.Events;

/// <summary>Makes changes out of versions, with the version before when somebody wants to know it.</summary>
internal sealed class Changes(IResourceStore store, IndexExtractor extractor, TopicCatalogue topics)
{
    /// <summary>The change that made a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Change> OfAsync(ResourceVersion version, CancellationToken cancellationToken)
    {
        var isWanted = version.Version > 1 && (version.IsDeleted || topics.All.Any(topic => topic.LooksBack(version.Key.Type)));
        var previous = isWanted ? await store.ReadVersionAsync(version.Key, version.Version - 1, cancellationToken).ConfigureAwait(false) : null;
        return new(version, Asked(version), Asked(previous));
    }

    private ChangedResource? Asked(ResourceVersion? version) => version is { IsDeleted: false } ? new(version, extractor) : null;
}
