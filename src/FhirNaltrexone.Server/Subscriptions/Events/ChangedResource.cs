using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Matching;

namespace FhirNaltrexone.Server.Subscriptions.Events;

/// <summary>One version of a resource, asked for conditions; what it is found by is worked out when first asked.</summary>
internal sealed class ChangedResource(ResourceVersion version, IndexExtractor extractor)
{
    private IndexEntries? _index;

    /// <summary>Whether the version meets a condition.</summary>
    public bool Meets(SearchExpression condition) => ResourceMatch.Holds(condition, version, _index ??= extractor.Extract(version));
}
