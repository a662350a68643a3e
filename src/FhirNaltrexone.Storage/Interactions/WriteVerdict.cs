using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What a rule says of a resource that is to be stored.</summary>
/// <param name="Refusal">Why it must not be stored; null when it may.</param>
/// <param name="Issues">What goes with the success: warnings and hints.</param>
public readonly record struct WriteVerdict(Refusal? Refusal, IReadOnlyList<Issue> Issues)
{
    /// <summary>It may be stored, and there is nothing to say.</summary>
    public static WriteVerdict Good { get; } = new(null, []);

    /// <summary>A refusal, or none.</summary>
    /// <param name="refusal">Why it must not be stored; null when it may.</param>
    public static WriteVerdict Of(Refusal? refusal) => new(refusal, []);
}
