using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>The tables of three-valued logic (FHIRPath N1, 6.5) and the evaluation of single items (4.5).</summary>
public sealed class LogicTests
{
    [Theory]
    [InlineData("true", "true", "true")]
    [InlineData("true", "false", "false")]
    [InlineData("true", "{}", "{}")]
    [InlineData("false", "true", "false")]
    [InlineData("false", "false", "false")]
    [InlineData("false", "{}", "false")]
    [InlineData("{}", "true", "{}")]
    [InlineData("{}", "false", "false")]
    [InlineData("{}", "{}", "{}")]
    public void And_is_true_only_when_both_are(string left, string right, string expected)
        => Assert.Equal(expected, Paths.Evaluate($"{left} and {right}"));

    [Theory]
    [InlineData("true", "true", "true")]
    [InlineData("true", "false", "true")]
    [InlineData("true", "{}", "true")]
    [InlineData("false", "true", "true")]
    [InlineData("false", "false", "false")]
    [InlineData("false", "{}", "{}")]
    [InlineData("{}", "true", "true")]
    [InlineData("{}", "false", "{}")]
    [InlineData("{}", "{}", "{}")]
    public void Or_is_false_only_when_both_are(string left, string right, string expected)
        => Assert.Equal(expected, Paths.Evaluate($"{left} or {right}"));

    [Theory]
    [InlineData("true", "true", "false")]
    [InlineData("true", "false", "true")]
    [InlineData("true", "{}", "{}")]
    [InlineData("false", "true", "true")]
    [InlineData("false", "false", "false")]
    [InlineData("false", "{}", "{}")]
    [InlineData("{}", "true", "{}")]
    [InlineData("{}", "false", "{}")]
    [InlineData("{}", "{}", "{}")]
    public void Xor_needs_to_know_both(string left, string right, string expected)
        => Assert.Equal(expected, Paths.Evaluate($"{left} xor {right}"));

    [Theory]
    [InlineData("true", "true", "true")]
    [InlineData("true", "false", "false")]
    [InlineData("true", "{}", "{}")]
    [InlineData("false", "true", "true")]
    [InlineData("false", "false", "true")]
    [InlineData("false", "{}", "true")]
    [InlineData("{}", "true", "true")]
    [InlineData("{}", "false", "{}")]
    [InlineData("{}", "{}", "{}")]
    public void Implies_is_false_only_when_the_first_is_true_and_the_second_false(string left, string right, string expected)
        => Assert.Equal(expected, Paths.Evaluate($"{left} implies {right}"));

    [Theory]
    [InlineData("true.not()", "false")]
    [InlineData("false.not()", "true")]
    [InlineData("{}.not()", "{}")]
    public void Not_keeps_what_is_not_known(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("'text' and true", "true")]
    [InlineData("5 and true", "true")]
    [InlineData("(1 | 2) and true", "error")]
    [InlineData("'false' and true", "true")]
    public void One_item_that_is_no_truth_value_counts_as_true(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("true or false and false", "true")]
    [InlineData("false implies false or true", "true")]
    [InlineData("true xor true or true", "true")]
    [InlineData("1 = 1 and 2 > 1", "true")]
    [InlineData("true and false = false", "true")]
    public void Operators_bind_in_their_order(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));
}
