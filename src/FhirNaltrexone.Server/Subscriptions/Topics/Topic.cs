namespace FhirNaltrexone.Server.Subscriptions.Topics;

/// <summary>What can be subscribed to: one file in <c>profiles/topics</c>.</summary>
internal sealed record Topic
{
    /// <summary>Canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Business version.</summary>
    public string? Version { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Changes it is about; one will do.</summary>
    public required IReadOnlyList<TopicTrigger> Triggers { get; init; }

    /// <summary>Search parameters that subscribers may filter by, by resource type.</summary>
    public required ILookup<string, string> Filters { get; init; }

    /// <summary>References whose targets go along with the whole resource, as codes of search parameters, by resource type.</summary>
    public required ILookup<string, string> Includes { get; init; }

    /// <summary>Whether versions before changes are looked at.</summary>
    /// <param name="type">Resource type.</param>
    public bool LooksBack(string type) => Triggers.Any(trigger => trigger.Type == type && trigger.Criteria.Previous is not null);
}
