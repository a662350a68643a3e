using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What a change of one resource comes to, given its current version: a refusal, nothing to do, or a version to store.</summary>
/// <param name="Outcome">The answer; its resource is still to be filled in when there is something to store.</param>
/// <param name="Write">The version to store, or null.</param>
internal readonly record struct Revision(InteractionResult Outcome, ResourceWrite? Write = null)
{
    /// <summary>Whether the change is refused.</summary>
    public bool IsRefused => Outcome.Refusal is not null;

    /// <summary>The answer once the version is stored.</summary>
    /// <param name="stored">The version stored.</param>
    public InteractionResult Answer(ResourceVersion stored) => Outcome with { Resource = stored };
}
