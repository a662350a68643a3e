namespace FhirNaltrexone.ValidatorSuite;

/// <summary>Runs on which we disagree knowingly, each with the reason. A run that is not listed here must agree.</summary>
internal static class Divergences
{
    /// <summary>Reason by key of the case.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
