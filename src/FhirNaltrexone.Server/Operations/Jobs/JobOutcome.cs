using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>What work came to.</summary>
/// <param name="Result">The result as JSON, when it went well.</param>
/// <param name="Refusal">Why it cannot be done, when it did not.</param>
internal readonly record struct JobOutcome(string? Result, Refusal? Refusal)
{
    /// <summary>It went well.</summary>
    public static JobOutcome Done(string result) => new(result, null);

    /// <summary>It cannot be done, however often it is tried.</summary>
    public static JobOutcome Failed(Refusal refusal) => new(null, refusal);
}
