using System.Text.Json;

namespace FhirNaltrexone.Storage.Interactions.Labels;

/// <summary>What a rule says of one resource that is stored.</summary>
/// <param name="Labels">The labels it gets.</param>
/// <param name="Keeps">Which own labels of the version before stay, given their Coding.</param>
public sealed record Labelling(IReadOnlyList<MetaLabel> Labels, Func<JsonElement, bool> Keeps)
{
    /// <summary>What it gets, and keeps, over a version that is there; as for a new one unless set.</summary>
    public Func<JsonElement, Labelling>? Over { get; init; }

    /// <summary>No labels, and none that stays.</summary>
    public static Labelling None { get; } = new([], _ => false);
}
