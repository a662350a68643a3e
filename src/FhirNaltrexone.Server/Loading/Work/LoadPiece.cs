using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>What an item comes to: a resource ready to be stored, a bundle to be carried out, or a refusal.</summary>
internal sealed record LoadPiece
{
    /// <summary>Where it stands, for messages.</summary>
    public required string Place { get; init; }

    /// <summary>Type of the resource; null when it could not be read.</summary>
    public string? Type { get; init; }

    /// <summary>The resource.</summary>
    public GroupUpdate? Update { get; init; }

    /// <summary>The batch or transaction.</summary>
    public ResourceContent? Bundle { get; init; }

    /// <summary>Why it is not loaded.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];
}
