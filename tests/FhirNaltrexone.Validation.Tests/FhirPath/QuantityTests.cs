using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Quantities with UCUM units and calendar durations (FHIRPath N1, 4.1.8, 6.1, 6.2, 6.6).</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData("4.5 'mg' = 4.50 'mg'", "true")]
    [InlineData("1 'g' = 1000 'mg'", "true")]
    [InlineData("1 'g' > 999 'mg'", "true")]
    [InlineData("1 'g' = 1 'm'", "{}")]
    [InlineData("1 'g' < 1 'm'", "{}")]
    [InlineData("1 'g' ~ 1 'm'", "false")]
    [InlineData("1 'nonsense' = 1 'mg'", "{}")]
    [InlineData("1 'cm' != 1 'cm2'", "{}")]
    [InlineData("37 'Cel' < 100 '[degF]'", "true")]
    [InlineData("5 = 5 '1'", "true")]
    public void Units_of_one_dimension_can_be_compared(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("1 year = 12 months", "true")]
    [InlineData("1 week = 7 days", "true")]
    [InlineData("1 year = 365 days", "true")]
    [InlineData("1 month = 30 days", "true")]
    [InlineData("1 day = 24 hours", "true")]
    [InlineData("1 second = 1000 milliseconds", "true")]
    [InlineData("1 second = 1 's'", "true")]
    [InlineData("7 days = 1 'wk'", "true")]
    [InlineData("1 year = 1 'a'", "{}")]
    [InlineData("1 year ~ 1 'a'", "true")]
    [InlineData("2 years > 1 year", "true")]
    [InlineData("1 year > 1 'mg'", "{}")]
    public void Years_and_months_of_the_calendar_are_not_those_of_UCUM(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("3 'm' + 3 'cm'", "303 'cm'")]
    [InlineData("3 'm' - 3 'cm' = 297 'cm'", "true")]
    [InlineData("12 'cm' * 3 'cm' = 36 'cm2'", "true")]
    [InlineData("12 'cm2' / 3 'cm' = 4 'cm'", "true")]
    [InlineData("6 'mg' / 2 'mg'", "3 '1'")]
    [InlineData("2 * 3 'mg'", "6 'mg'")]
    [InlineData("6 'mg' / 0 'mg'", "{}")]
    [InlineData("1 'g' + 1 'm'", "{}")]
    [InlineData("-(3 'mg')", "-3 'mg'")]
    [InlineData("1 'mg' mod 2 'mg'", "error")]
    public void Arithmetic_minds_units(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("value > 5 'mg'", "true")]
    [InlineData("value = 0.01 'g'", "true")]
    [InlineData("value.value * 2", "20")]
    [InlineData("component[0].value > 5 'mg'", "{}")]
    [InlineData("component[1].value > component[2].value", "true")]
    [InlineData("component[1].value > 5 'mg'", "{}")]
    [InlineData("component[3].value = 4", "true")]
    public void Elements_become_quantities_when_they_are_one_amount(string expression, string expected)
    {
        const string Resource = """
            {"resourceType":"Observation","valueQuantity":{"value":10,"unit":"milligram","system":"http://unitsofmeasure.org","code":"mg"},
             "component":[
              {"valueQuantity":{"value":10,"comparator":"<","system":"http://unitsofmeasure.org","code":"mg"}},
              {"valueQuantity":{"value":3,"unit":"tablets"}},
              {"valueQuantity":{"value":2,"unit":"tablets"}},
              {"valueQuantity":{"value":4}}]}
            """;

        Assert.Equal(expected, Paths.Evaluate(expression, Resource));
    }
}
