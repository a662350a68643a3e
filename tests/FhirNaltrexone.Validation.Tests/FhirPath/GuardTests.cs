using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>No expression can stop the process, whatever it says and whatever it is evaluated on.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("f(", "1", ")")]
    [InlineData("a[", "1", "]")]
    [InlineData("-", "1", "")]
    [InlineData("iif(", "true", ", 1)")]
    [InlineData("a.where(", "true", ")")]
    public void Deep_nesting_is_refused(string open, string inner, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 2_000)) + inner + string.Concat(Enumerable.Repeat(close, 2_000));

        Assert.False(FhirPathExpression.TryParse(text, new FhirPathLimits(100_000, 1_000), out _, out var error));
        Assert.Contains("nested", error.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", ".a")]
    [InlineData("a", "[0]")]
    [InlineData("1", " + 1")]
    [InlineData("true", " xor true")]
    [InlineData("1", " is Integer")]
    public void Long_chains_are_refused(string start, string link)
    {
        var text = start + string.Concat(Enumerable.Repeat(link, 5_000));

        Assert.False(FhirPathExpression.TryParse(text, new FhirPathLimits(100_000, 1_000), out _, out _));
    }

    [Fact]
    public void Long_lists_of_alternatives_are_taken()
    {
        var text = "'c999' in (" + string.Join(" | ", Enumerable.Range(0, 1_000).Select(number => $"'c{number}'")) + ")";

        Assert.Equal("true", Paths.Evaluate(text));
    }

    [Fact]
    public void A_text_of_a_client_is_short()
    {
        Assert.True(FhirPathExpression.TryParse("1" + new string(' ', 2_000), null, out _, out _));
        Assert.False(FhirPathExpression.TryParse("1" + new string(' ', 3_000), null, out _, out var error));
        Assert.Contains("characters", error.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("descendants().select(%resource.descendants().select(%resource.descendants()))")]
    [InlineData("1.repeat($this + 1)")]
    [InlineData("descendants().select(%resource.descendants().distinct())")]
    [InlineData("(1|2|3|4|5|6|7|8|9).select(1|2|3|4|5|6|7|8|9).aggregate($total & 'abcdefgh' & $total, '')")]
    [InlineData("(1|2|3|4|5|6|7|8|9).select(1|2|3|4|5|6|7|8|9).aggregate($total + $total, 'a')")]
    [InlineData("(1|2|3|4|5|6|7|8|9).select(1|2|3|4|5|6|7|8|9).aggregate($total.replace('', $total), 'ab')")]
    [InlineData("(1|2|3|4|5|6|7|8|9).select(1|2|3|4|5|6|7|8|9).aggregate($total.combine($total), 1)")]
    public void Work_without_end_is_stopped(string text)
    {
        var resource = Large();
        Assert.True(FhirPathExpression.TryParse(text, FhirPathLimits.Client, out var expression, out _));

        var result = expression.Evaluate(resource, Paths.Context(resource));

        Assert.Empty(result.Values);
        Assert.NotNull(result.Error);
    }

    [Theory]
    [InlineData(@"'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')", "false")]
    [InlineData(@"'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a|a)*$')", "false")]
    [InlineData(@"'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+(?!b)$')", "error")]
    public void Hostile_patterns_cost_little(string text, string expected) => Assert.Equal(expected, Paths.Evaluate(text));

    /// <summary>Each match is short enough by itself; there are 400 of them.</summary>
    [Fact]
    public void Time_spent_on_patterns_is_paid_for()
    {
        var given = string.Join(",", Enumerable.Range(0, 400).Select(number => $"\"{new string('a', 19)}{number}\""));
        var resource = Paths.Resource($$"""{"resourceType":"Patient","name":[{"given":[{{given}}]}]}""");
        var context = new FhirPathContext { Resource = resource, Budget = new(100_000) };

        var answer = Paths.Tell(Paths.Parse("name.given.where(matches('^(?=a)(a+)+b')).exists()").Evaluate(resource, context));

        Assert.Equal("error", answer);
    }

    [Fact]
    public void An_evaluation_inside_another_one_does_not_disturb_it()
    {
        var resource = Paths.Resource("""{"resourceType":"Basic","code":{"text":"x"},"subject":{"reference":"Patient/1"}}""");
        var inner = Paths.Parse("code.text");
        var context = new FhirPathContext
        {
            Resource = resource,
            Resolve = _ => inner.Evaluate(resource, FhirPathContext.None).Values.Count == 1 ? resource : null,
        };

        Assert.Equal("'x'", Paths.Tell(Paths.Parse("subject.resolve().code.text").Evaluate(resource, context)));
    }

    [Fact]
    public void Evaluations_share_a_budget_and_go_on_failing_when_it_is_spent()
    {
        var resource = Large();
        var context = new FhirPathContext { Resource = resource, Budget = new(1_000) };
        var expression = Paths.Parse("descendants().count() > 1");

        var answers = Enumerable.Range(0, 5).Select(_ => Paths.Tell(expression.Evaluate(resource, context))).ToList();

        Assert.Equal(["true", "error", "error", "error", "error"], answers);
        Assert.Equal(0, context.Budget.Left);
    }

    [Fact]
    public void One_expression_serves_many_threads()
    {
        var expression = Paths.Parse("item.where(linkId = '7').repeat(item | $this).linkId.distinct()");
        var resource = Large();

        var answers = Enumerable.Range(0, 64).AsParallel().Select(_ => Paths.Tell(expression.Evaluate(resource, Paths.Context(resource)))).Distinct().ToList();

        Assert.Equal(["'7'"], answers);
    }

    private static FhirElement Large() => FhirElement.Root(JsonSerializer.SerializeToElement(new
    {
        resourceType = "Questionnaire",
        status = "draft",
        item = Enumerable.Range(0, 300).Select(number => new { linkId = number.ToString(System.Globalization.CultureInfo.InvariantCulture), type = "string" }).ToArray(),
    }));
}
