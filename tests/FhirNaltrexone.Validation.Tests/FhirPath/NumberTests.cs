using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Mathematics (FHIRPath N1, 5.7 and 6.6).</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 - 2 - 1", "4")]
    [InlineData("-1 + 2", "1")]
    [InlineData("3 - -2", "5")]
    [InlineData("-2.abs()", "-2")]
    [InlineData("(-2).abs()", "2")]
    [InlineData("5 / 2", "2.5")]
    [InlineData("4 / 2", "2")]
    [InlineData("5 div 2", "2")]
    [InlineData("-5 div 2", "-2")]
    [InlineData("5.5 div 0.7", "7")]
    [InlineData("5 mod 2", "1")]
    [InlineData("5.5 mod 0.7", "0.6")]
    [InlineData("1 / 0", "{}")]
    [InlineData("1 div 0", "{}")]
    [InlineData("1 mod 0", "{}")]
    [InlineData("1 + {}", "{}")]
    [InlineData("1 + 'a'", "error")]
    [InlineData("true + 1", "error")]
    [InlineData("(1 | 2) + 1", "error")]
    [InlineData("'a' + 'b'", "'ab'")]
    [InlineData("'a' + {}", "{}")]
    [InlineData("'a' & {}", "'a'")]
    [InlineData("{} & {}", "''")]
    [InlineData("'a' & 1", "error")]
    public void Operators_take_single_values_of_their_types(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("2147483647 + 1", "{}")]
    [InlineData("-2147483647 - 2", "{}")]
    [InlineData("2147483647 * 2", "{}")]
    [InlineData("2147483647.0 + 1", "2147483648.0")]
    [InlineData("7922816251426433759354395033.0 * 1000", "{}")]
    public void What_is_out_of_range_gives_nothing(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("(-5.5).abs()", "5.5")]
    [InlineData("1.1.ceiling()", "2")]
    [InlineData("(-1.1).ceiling()", "-1")]
    [InlineData("2.9.floor()", "2")]
    [InlineData("(-2.1).floor()", "-3")]
    [InlineData("(-1.56).truncate()", "-1")]
    [InlineData("1.5.round()", "2")]
    [InlineData("3.14159.round(3)", "3.142")]
    [InlineData("81.sqrt() = 9", "true")]
    [InlineData("(-1).sqrt()", "{}")]
    [InlineData("2.power(3)", "8")]
    [InlineData("2.5.power(2) = 6.25", "true")]
    [InlineData("(-1).power(0.5)", "{}")]
    [InlineData("16.log(2) = 4", "true")]
    [InlineData("1.ln() = 0", "true")]
    [InlineData("0.exp() = 1", "true")]
    [InlineData("0.ln()", "{}")]
    [InlineData("1000.exp()", "{}")]
    [InlineData("{}.abs()", "{}")]
    [InlineData("'a'.abs()", "error")]
    public void Functions_of_numbers(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));
}
