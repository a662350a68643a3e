using System.Globalization;
using FhirNaltrexone.Server.Conformance.Running;

namespace FhirNaltrexone.Server.Conformance.Asserts;

/// <summary>The operators of assertions (FHIR R4, assert-operator-codes).</summary>
internal static class Comparison
{
    /// <summary>Whether what was found is as expected. Several values satisfy <c>contains</c> when one does, the others when all do.</summary>
    /// <param name="found">The values found.</param>
    /// <param name="operatorCode">Operator; null for equals.</param>
    /// <param name="expected">The value to compare with; of <c>in</c> and <c>notIn</c> a list with commas.</param>
    /// <exception cref="ScriptFault">The operator is unknown.</exception>
    public static bool Holds(IReadOnlyList<string> found, string? operatorCode, string expected) => operatorCode switch
    {
        null or "equals" => IsAll(found, value => AreEqual(value, expected)),
        "notEquals" => !IsAll(found, value => AreEqual(value, expected)),
        "in" => IsAll(found, value => IsIn(value, expected)),
        "notIn" => !found.Any(value => IsIn(value, expected)),
        "greaterThan" => IsAll(found, value => Order(value, expected) > 0),
        "lessThan" => IsAll(found, value => Order(value, expected) < 0),
        "empty" => found.All(value => value.Length == 0),
        "notEmpty" => found.Any(value => value.Length > 0),
        "contains" => found.Any(value => value.Contains(expected, StringComparison.Ordinal)),
        "notContains" => !found.Any(value => value.Contains(expected, StringComparison.Ordinal)),
        "eval" => found is ["true"],
        _ => throw new ScriptFault($"The operator {operatorCode} is unknown."),
    };

    private static bool IsAll(IReadOnlyList<string> found, Func<string, bool> isGood) => found.Count > 0 && found.All(isGood);

    private static bool IsIn(string value, string list) => list.Split(',', StringSplitOptions.TrimEntries).Any(one => AreEqual(value, one));

    private static bool AreEqual(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal) || (Number(one) is { } left && Number(other) is { } right && left == right);

    // Dates and the like are ordered by their text.
    private static int Order(string one, string other)
        => Number(one) is { } left && Number(other) is { } right ? left.CompareTo(right) : string.CompareOrdinal(one, other);

    private static decimal? Number(string text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
