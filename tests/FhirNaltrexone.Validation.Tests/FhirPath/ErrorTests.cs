using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Errors are answers: they say where in the expression, and what.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  ", 2)]
    [InlineData("a.", 2)]
    [InlineData("a..b", 2)]
    [InlineData("a b", 2)]
    [InlineData("(a", 2)]
    [InlineData("a[0", 3)]
    [InlineData("a)", 1)]
    [InlineData("f(a,)", 4)]
    [InlineData("a and", 5)]
    [InlineData("1 + * 2", 4)]
    [InlineData("'abc", 0)]
    [InlineData("a = 'abc", 4)]
    [InlineData("`abc", 0)]
    [InlineData("'a\\d'", 2)]
    [InlineData("'\\u12g4'", 1)]
    [InlineData("a /* b", 2)]
    [InlineData("a ? b", 2)]
    [InlineData("$that", 0)]
    [InlineData("{1}", 1)]
    [InlineData("2147483648", 0)]
    [InlineData("99999999999999999999999999999999.0", 0)]
    [InlineData("@2012-13", 0)]
    [InlineData("@2012-02-30", 0)]
    [InlineData("@T25", 0)]
    [InlineData("a.nonsense()", 2)]
    [InlineData("a.where()", 2)]
    [InlineData("a.first(1)", 2)]
    [InlineData("a is Nonsense", 2)]
    [InlineData("a.ofType(1)", 9)]
    [InlineData("a.ofType(Nonsense)", 9)]
    [InlineData("a.matches('(')", 10)]
    public void What_cannot_be_read_is_told_with_its_place(string text, int position)
    {
        Assert.False(FhirPathExpression.TryParse(text, null, out _, out var error));

        Assert.Equal(position, error.Position);
        Assert.EndsWith(".", error.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 'a'", 2)]
    [InlineData("(1 | 2) + 1", 3)]
    [InlineData("5.length()", 2)]
    [InlineData("code.text and (1 | 2)", 17)]
    [InlineData("%other", 0)]
    [InlineData("(1 | 2).single()", 8)]
    public void What_cannot_be_evaluated_is_an_error_and_not_empty(string text, int position)
    {
        var resource = Paths.Resource("""{"resourceType":"Basic","code":{"text":"x"}}""");

        var result = Paths.Parse(text).Evaluate(resource, Paths.Context(resource));

        Assert.Empty(result.Values);
        Assert.Equal(position, result.Error!.Position);
    }

    [Fact]
    public void An_invariant_answers_true_false_nothing_or_an_error()
    {
        var resource = Paths.Resource("""{"resourceType":"Basic","code":{"text":"x"}}""");
        var context = Paths.Context(resource);

        Assert.True(Paths.Parse("code.exists()").IsTrue(resource, context, out var none));
        Assert.False(Paths.Parse("code.empty()").IsTrue(resource, context, out _));
        Assert.Null(Paths.Parse("subject.display = 'x'").IsTrue(resource, context, out var empty));
        Assert.Null(Paths.Parse("1 + 'a'").IsTrue(resource, context, out var error));
        Assert.Null(none);
        Assert.Null(empty);
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("1 // one", "1")]
    [InlineData("1 /* one */ + 2", "3")]
    [InlineData("/* a */ 1 // b", "1")]
    [InlineData("`code`.text", "'x'")]
    [InlineData("code.`text`", "'x'")]
    [InlineData("code.text.contains('x')", "true")]
    [InlineData("code.text contains 'x'", "true")]
    public void Comments_blanks_and_quoted_names_are_read(string text, string expected) => Assert.Equal(expected, Paths.Evaluate(text));
}
