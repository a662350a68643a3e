using FhirNaltrexone.Server.Conformance.Asserts;

namespace FhirNaltrexone.Server.Tests.Conformance.Asserts;

/// <summary>The operators of FHIR R4, assert-operator-codes.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("a", null, "a", true)]
    [InlineData("a", "equals", "b", false)]
    [InlineData("1.0", "equals", "1", true)]
    [InlineData("", "equals", "a", false)]
    [InlineData("a|b", "equals", "a", false)]
    [InlineData("a", "notEquals", "b", true)]
    [InlineData("a", "notEquals", "a", false)]
    [InlineData("200", "in", "200, 204", true)]
    [InlineData("404", "in", "200,204", false)]
    [InlineData("404", "notIn", "200,204", true)]
    [InlineData("a|b", "notIn", "b,c", false)]
    [InlineData("10", "greaterThan", "9", true)]
    [InlineData("2026-02-01", "greaterThan", "2026-01-31", true)]
    [InlineData("9", "lessThan", "10", true)]
    [InlineData("", "lessThan", "10", false)]
    [InlineData("", "empty", "", true)]
    [InlineData("a", "empty", "", false)]
    [InlineData("a", "notEmpty", "", true)]
    [InlineData("", "notEmpty", "", false)]
    [InlineData("abc|x", "contains", "b", true)]
    [InlineData("abc", "contains", "x", false)]
    [InlineData("abc", "notContains", "x", true)]
    [InlineData("true", "eval", "", true)]
    [InlineData("false", "eval", "", false)]
    [InlineData("", "eval", "", false)]
    public void Compares(string found, string? operatorCode, string expected, bool holds)
        => Assert.Equal(holds, Comparison.Holds(found.Length == 0 ? [] : found.Split('|'), operatorCode, expected));
}
