namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>Whether a claim holds.</summary>
/// <param name="Holds">Whether it does.</param>
/// <param name="Message">What was found, and what was expected.</param>
internal readonly record struct Verdict(bool Holds, string Message)
{
    /// <summary>Compares what was found with what was expected.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="found">What was found.</param>
    /// <param name="operatorCode">Operator; null for equals.</param>
    /// <param name="expected">What was expected.</param>
    public static Verdict Compare(string what, IReadOnlyList<string> found, string? operatorCode, string expected)
        => new(Comparison.Holds(found, operatorCode, expected), $"{what} is {Told(found)}; expected {operatorCode ?? "equals"} {expected}");

    private static string Told(IReadOnlyList<string> values) => values.Count == 0 ? "empty" : string.Join(" | ", values);
}
