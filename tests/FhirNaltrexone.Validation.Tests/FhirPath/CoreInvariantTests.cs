using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>The invariants of FHIR R4 itself.</summary>
public sealed class CoreInvariantTests
{
    [Fact]
    public void All_201_different_expressions_compile()
    {
        var expressions = CoreInvariants.All.Select(invariant => invariant.Expression).Distinct().ToList();

        Assert.Equal(201, expressions.Count);
        Assert.All(expressions, expression => Assert.True(FhirPathExpression.TryParse(expression, null, out _, out var error), $"{expression}: {error}"));
    }

    [Theory]
    [InlineData("que-7", """{"resourceType":"Questionnaire","item":[{"enableWhen":[{"operator":"exists","answerBoolean":true}]}]}""", "true")]
    [InlineData("que-7", """{"resourceType":"Questionnaire","item":[{"enableWhen":[{"operator":"exists","answerString":"x"}]}]}""", "false")]
    [InlineData("inv-1", """{"resourceType":"AllergyIntolerance","extension":[{"url":"http://example.org/x","valueCode":"x"}]}""", "true")]
    [InlineData("inv-1", """{"resourceType":"AllergyIntolerance","code":{"text":"x"},"extension":[{"url":"http://example.org/x","valueCode":"x"}]}""", "false")]
    public void What_was_published_wrong_is_evaluated_as_it_is_meant(string key, string resource, string expected)
    {
        var place = key == "que-7" ? "item.enableWhen" : "extension";
        var published = CoreInvariants.All.Select(invariant => (invariant.Key, invariant.Expression)).Distinct()
            .Single(invariant => invariant.Key == key && PublishedErrata.Correct(invariant.Expression) != invariant.Expression).Expression;

        Assert.Equal(expected, Paths.Evaluate($"{place}.select({PublishedErrata.Correct(published)})", resource));
    }
}
