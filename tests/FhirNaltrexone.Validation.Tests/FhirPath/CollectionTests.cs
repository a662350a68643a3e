using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Collections (FHIRPath N1, 5.1 to 5.4, 6.4 and 7).</summary>
public sealed class CollectionTests
{
    [Theory]
    [InlineData("{}.empty()", "true")]
    [InlineData("1.empty()", "false")]
    [InlineData("{}.exists()", "false")]
    [InlineData("(1 | 2).exists($this > 1)", "true")]
    [InlineData("(1 | 2).exists($this > 2)", "false")]
    [InlineData("(1 | 2).all($this > 0)", "true")]
    [InlineData("(1 | 2).all($this > 1)", "false")]
    [InlineData("{}.all(false)", "true")]
    [InlineData("(1 | 2).all({})", "false")]
    [InlineData("(true | false).allTrue()", "false")]
    [InlineData("{}.allTrue()", "true")]
    [InlineData("(true | false).anyTrue()", "true")]
    [InlineData("{}.anyTrue()", "false")]
    [InlineData("(true | false).allFalse()", "false")]
    [InlineData("{}.allFalse()", "true")]
    [InlineData("(true | false).anyFalse()", "true")]
    [InlineData("{}.anyFalse()", "false")]
    [InlineData("(1 | 2).allTrue()", "error")]
    [InlineData("(1 | 2).subsetOf(1 | 2 | 3)", "true")]
    [InlineData("(1 | 4).subsetOf(1 | 2 | 3)", "false")]
    [InlineData("{}.subsetOf(1)", "true")]
    [InlineData("1.subsetOf({})", "false")]
    [InlineData("(1 | 2 | 3).supersetOf(1 | 2)", "true")]
    [InlineData("{}.supersetOf({})", "true")]
    [InlineData("{}.count()", "0")]
    [InlineData("(1 | 1 | 2).count()", "2")]
    [InlineData("1.combine(1).isDistinct()", "false")]
    [InlineData("{}.isDistinct()", "true")]
    [InlineData("1.combine(2).combine(1).distinct()", "1, 2")]
    [InlineData("1.combine(1.0).distinct().count()", "1")]
    public void Existence(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("(1 | 2 | 3).where($this > 1)", "2, 3")]
    [InlineData("(1 | 2 | 3).where({})", "{}")]
    [InlineData("(5 | 6 | 7).where($index = 1)", "6")]
    [InlineData("(1 | 2).select($this * 2)", "2, 4")]
    [InlineData("(1 | 2).select($this | 9)", "1, 9, 2, 9")]
    [InlineData("(5 | 6).select($index)", "0, 1")]
    [InlineData("(1 | 2).select((7 | 8).select($index)).select($index)", "0, 1, 2, 3")]
    [InlineData("1.repeat(iif($this < 4, $this + 1, {}))", "2, 3, 4")]
    [InlineData("1.repeat(iif($this < 4, $this + 1, 1))", "2, 3, 4, 1")]
    [InlineData("(1 | 2 | 3).aggregate($this + $total, 0)", "6")]
    [InlineData("(3 | 1 | 2).aggregate(iif($total.empty(), $this, iif($this < $total, $this, $total)))", "1")]
    [InlineData("(1 | 2).aggregate($total | $this)", "1, 2")]
    [InlineData("{}.aggregate($this + $total, 5)", "5")]
    public void Going_through(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("(1 | 2 | 3)[1]", "2")]
    [InlineData("(1 | 2 | 3)[3]", "{}")]
    [InlineData("(1 | 2 | 3)[-1]", "{}")]
    [InlineData("(1 | 2)['a']", "error")]
    [InlineData("(1 | 2 | 3).first()", "1")]
    [InlineData("(1 | 2 | 3).last()", "3")]
    [InlineData("(1 | 2 | 3).tail()", "2, 3")]
    [InlineData("1.tail()", "{}")]
    [InlineData("{}.first()", "{}")]
    [InlineData("(1 | 2 | 3).skip(2)", "3")]
    [InlineData("(1 | 2 | 3).skip(-1)", "1, 2, 3")]
    [InlineData("(1 | 2 | 3).skip(9)", "{}")]
    [InlineData("(1 | 2 | 3).take(2)", "1, 2")]
    [InlineData("(1 | 2 | 3).take(0)", "{}")]
    [InlineData("(1 | 2 | 3).take(9)", "1, 2, 3")]
    [InlineData("1.single()", "1")]
    [InlineData("{}.single()", "{}")]
    [InlineData("(1 | 2).single()", "error")]
    public void Parts(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("(1 | 2 | 3).intersect(2 | 3 | 4)", "2, 3")]
    [InlineData("1.combine(1).intersect(1)", "1")]
    [InlineData("1.combine(1).combine(2).exclude(2)", "1, 1")]
    [InlineData("1.union(1 | 2)", "1, 2")]
    [InlineData("1 | {} | 1", "1")]
    [InlineData("1.combine({})", "1")]
    [InlineData("1 in (1 | 2)", "true")]
    [InlineData("{} in (1 | 2)", "{}")]
    [InlineData("1 in {}", "false")]
    [InlineData("(1 | 2) in (1 | 2)", "error")]
    [InlineData("(1 | 2) contains 2", "true")]
    [InlineData("{} contains 2", "false")]
    [InlineData("(1 | 2) contains {}", "{}")]
    public void Sets(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("iif(true, 1, 1 | 2)", "1")]
    [InlineData("iif(false, 1)", "{}")]
    [InlineData("iif({}, 1, 2)", "2")]
    [InlineData("iif(true, 1, (1 | 2).single())", "1")]
    [InlineData("iif(false, (1 | 2).single(), 2)", "2")]
    [InlineData("{}.iif(empty(), 'none', 'some')", "'none'")]
    [InlineData("(1 | 2).iif(count() = 2, $this, {})", "1, 2")]
    public void The_choice_evaluates_one_part_only(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Fact]
    public void Many_items_are_compared_by_hash_with_the_same_answer_as_few()
    {
        var numbers = string.Join(" | ", Enumerable.Range(0, 40).Select(number => (number % 25).ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("25", Paths.Evaluate($"({numbers}).count()"));
        Assert.Equal("25", Paths.Evaluate($"({numbers} | 3.0 | 'a' | 4 '1').ofType(Integer).count()"));
        Assert.Equal("27", Paths.Evaluate($"({numbers} | 3.0 | 'a' | 4 '1' | 5 'mg').count()"));
    }
}
