using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What became of one interaction: refused, or done with a status and mostly a resource.</summary>
public sealed record InteractionResult
{
    /// <summary>HTTP status (FHIR R4, http): 200, 201, 204, 304, or that of the refusal.</summary>
    public required int Status { get; init; }

    /// <summary>Why nothing was done; null when it was.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The version read or written; a deletion for a delete. Null when there is none.</summary>
    public ResourceVersion? Resource { get; init; }

    /// <summary>Warnings and hints that go with a success.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>A refusal.</summary>
    /// <param name="refusal">Status and reasons.</param>
    public static InteractionResult Refused(Refusal refusal) => new() { Status = refusal.Status, Refusal = refusal };

    /// <summary>A success.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="resource">The version read or written.</param>
    public static InteractionResult Done(int status, ResourceVersion? resource = null) => new() { Status = status, Resource = resource };
}
