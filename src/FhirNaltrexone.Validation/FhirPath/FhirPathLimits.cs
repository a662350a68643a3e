namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>What an expression may cost, so that none can exhaust the process.</summary>
/// <param name="MaxLength">Most characters of the expression.</param>
/// <param name="MaxSteps">Most steps of one evaluation: about the number of items looked at.</param>
public sealed record FhirPathLimits(int MaxLength, int MaxSteps)
{
    /// <summary>Deepest nesting of parentheses, arguments, indexers and signs in any expression.</summary>
    public const int MaxNesting = 64;

    /// <summary>For expressions of clients.</summary>
    public static FhirPathLimits Client { get; } = new(2_048, 100_000);

    /// <summary>For expressions of the specification and of our own profiles, which may meet large resources.</summary>
    public static FhirPathLimits Trusted { get; } = new(16_384, 20_000_000);
}
