using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>A resource ready to be stored: all that costs time was done before the unit of work.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Id in the content, or null.</param>
/// <param name="Stamp">Its text.</param>
/// <param name="Index">What searches find it by.</param>
/// <param name="Issues">What is told of it when it is stored.</param>
internal sealed record PreparedContent(string Type, string? Id, MetaStamp Stamp, IndexEntries Index, IReadOnlyList<Issue> Issues)
{
    /// <summary>The same with the labels of the service that a version had and that stay; null when there are no labels.</summary>
    public Func<ResourceVersion, PreparedContent>? Over { get; init; }
}
