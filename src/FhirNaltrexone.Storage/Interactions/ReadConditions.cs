namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What a client has already (FHIR R4, http, conditional read). If-None-Match wins over If-Modified-Since.</summary>
public sealed record ReadConditions
{
    /// <summary>Nothing is known.</summary>
    public static ReadConditions None { get; } = new();

    /// <summary>If-None-Match: a list of entity tags, or <c>*</c>; null when absent.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>If-Modified-Since, of the grain of a second; null when absent.</summary>
    public DateTimeOffset? IfModifiedSince { get; init; }
}
