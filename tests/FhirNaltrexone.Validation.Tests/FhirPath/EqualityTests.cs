using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Equality, equivalence and order (FHIRPath N1, 6.1 and 6.2).</summary>
public sealed class EqualityTests
{
    private const string TwoNames = """
        {"resourceType":"Patient","name":[{"family":"Ng","given":["A","B"]},{"given":["A","B"],"family":"Ng"},{"family":"Ng","given":["B","A"]}]}
        """;

    [Theory]
    [InlineData("1 = 1", "true")]
    [InlineData("1 = 2", "false")]
    [InlineData("1 = 1.0", "true")]
    [InlineData("1.10 = 1.1", "true")]
    [InlineData("'a' = 'a'", "true")]
    [InlineData("'a' = 'A'", "false")]
    [InlineData("'1' = 1", "false")]
    [InlineData("true = true", "true")]
    [InlineData("true = 'true'", "false")]
    [InlineData("{} = {}", "{}")]
    [InlineData("1 = {}", "{}")]
    [InlineData("1 != {}", "{}")]
    [InlineData("1 != 2", "true")]
    [InlineData("(1 | 2) = (1 | 2)", "true")]
    [InlineData("(1 | 2) = (2 | 1)", "false")]
    [InlineData("(1 | 2) = 1", "false")]
    [InlineData("(1 | 2) != 1", "true")]
    public void Equality_is_of_whole_collections_in_order(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("'a' ~ 'A'", "true")]
    [InlineData("'a  b' ~ 'A B'", "true")]
    [InlineData("1.11 ~ 1.1", "true")]
    [InlineData("1.16 ~ 1.1", "false")]
    [InlineData("1.10 ~ 1.1", "true")]
    [InlineData("1 ~ 1.0", "true")]
    [InlineData("{} ~ {}", "true")]
    [InlineData("{} ~ 1", "false")]
    [InlineData("{} !~ 1", "true")]
    [InlineData("(1 | 2 | 3) ~ (3 | 1 | 2)", "true")]
    [InlineData("(1 | 2) ~ (1 | 3)", "false")]
    [InlineData("(1).combine(1) ~ (1).combine(2)", "false")]
    [InlineData("@2012 ~ @2012-01", "false")]
    [InlineData("'1' ~ 1", "false")]
    public void Equivalence_overlooks_case_spaces_digits_and_order(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("2 > 1", "true")]
    [InlineData("1 >= 1.0", "true")]
    [InlineData("1.5 < 1", "false")]
    [InlineData("'b' > 'a'", "true")]
    [InlineData("'B' > 'a'", "false")]
    [InlineData("'a' <= 'a'", "true")]
    [InlineData("1 < {}", "{}")]
    [InlineData("{} < {}", "{}")]
    [InlineData("1 < 'a'", "error")]
    [InlineData("true < false", "error")]
    [InlineData("(1 | 2) < 3", "error")]
    public void Order_is_of_single_items_of_one_type(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("name[0] = name[1]", "true")]
    [InlineData("name[0] = name[2]", "false")]
    [InlineData("name[0] ~ name[2]", "true")]
    [InlineData("name.distinct().count()", "2")]
    [InlineData("name.family.distinct()", "'Ng'")]
    [InlineData("name.family = 'Ng'", "false")]
    [InlineData("name.family = name.family", "true")]
    [InlineData("name.first() in name", "true")]
    public void Elements_are_equal_when_all_that_is_in_them_is(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression, TwoNames));

    [Fact]
    public void A_primitive_without_value_is_equal_to_nothing_and_has_no_order()
    {
        const string Resource = """{"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://example.org/x","valueString":"x"}]}}""";

        Assert.Equal("false", Paths.Evaluate("birthDate = @2000-01-01", Resource));
        Assert.Equal("{}", Paths.Evaluate("birthDate > @2000-01-01", Resource));
        Assert.Equal("true", Paths.Evaluate("birthDate.exists() and birthDate.hasValue().not()", Resource));
    }

    [Fact]
    public void Escapes_in_JSON_make_no_difference()
    {
        const string Resource = """{"resourceType":"Patient","name":[{"family":"M\u00fcller"},{"family":"Müller"}]}""";

        Assert.Equal("true", Paths.Evaluate("name[0].family = name[1].family", Resource));
        Assert.Equal("true", Paths.Evaluate("name[0].family = 'Müller'", Resource));
        Assert.Equal("1", Paths.Evaluate("name.family.distinct().count()", Resource));
    }
}
