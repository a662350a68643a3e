namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What a client demands of the current version before it is changed (FHIR R4, http, managing resource contention).</summary>
public sealed record WriteConditions
{
    /// <summary>No demands.</summary>
    public static WriteConditions None { get; } = new();

    /// <summary>If-Match: a list of entity tags, or <c>*</c> for any version; null when absent.</summary>
    public string? IfMatch { get; init; }

    /// <summary>If-None-Match: <c>*</c> demands that there is no current version; null when absent.</summary>
    public string? IfNoneMatch { get; init; }
}
