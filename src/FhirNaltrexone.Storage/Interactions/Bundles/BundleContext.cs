using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>What a request brings along with its bundle.</summary>
public sealed record BundleContext
{
    /// <summary>Base URLs under which the server is known.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Whether searches refuse unknown parameters (<c>Prefer: handling=strict</c>).</summary>
    public bool IsStrict { get; init; }

    /// <summary>Looks at each entry of a batch before it is carried out; a refusal concerns this entry alone. Null when the bundle was checked as a whole.</summary>
    public Func<BundleEntry, Refusal?>? Check { get; init; }

    /// <summary>Carries out operations and tells capabilities; null when there are none.</summary>
    public EntryHandler? Handler { get; init; }
}
