using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Conversions (FHIRPath N1, 5.5).</summary>
public sealed class ConversionTests
{
    [Theory]
    [InlineData("'true'.toBoolean()", "true")]
    [InlineData("'T'.toBoolean()", "true")]
    [InlineData("'no'.toBoolean()", "false")]
    [InlineData("1.toBoolean()", "true")]
    [InlineData("0.0.toBoolean()", "false")]
    [InlineData("2.toBoolean()", "{}")]
    [InlineData("'maybe'.convertsToBoolean()", "false")]
    [InlineData("'+12'.toInteger()", "12")]
    [InlineData("'1.5'.toInteger()", "{}")]
    [InlineData("true.toInteger()", "1")]
    [InlineData("1.0.toInteger()", "{}")]
    [InlineData("'99999999999'.convertsToInteger()", "false")]
    [InlineData("'-1.50'.toDecimal()", "-1.50")]
    [InlineData("'.5'.convertsToDecimal()", "false")]
    [InlineData("'1e3'.convertsToDecimal()", "false")]
    [InlineData("true.toDecimal()", "1.0")]
    [InlineData("1.toDecimal()", "1")]
    [InlineData("'2014-02-30'.toDate()", "{}")]
    [InlineData("'2014-02'.toDate()", "@2014-02")]
    [InlineData("@2014-02-03T10:00:00Z.toDate()", "@2014-02-03")]
    [InlineData("@2014.toDateTime() is DateTime", "true")]
    [InlineData("'2014-01-02T03:04:05.6+07:00'.toDateTime()", "@2014-01-02T03:04:05.6+07:00")]
    [InlineData("'T10:30'.toTime()", "@T10:30")]
    [InlineData("'25:00'.convertsToTime()", "false")]
    [InlineData("'4.5 \\'mg\\''.toQuantity()", "4.5 'mg'")]
    [InlineData("'4 days'.toQuantity() = 4 days", "true")]
    [InlineData("'4 blinks'.convertsToQuantity()", "false")]
    [InlineData("5.toQuantity()", "5 '1'")]
    [InlineData("true.toQuantity()", "1.0 '1'")]
    [InlineData("(5 'mg').toQuantity('g') = 0.005 'g'", "true")]
    [InlineData("(5 'mg').toQuantity('m')", "{}")]
    [InlineData("(2 weeks).toQuantity('days')", "14 days")]
    [InlineData("(5 'mg').toQuantity('mg')", "5 'mg'")]
    [InlineData("1.50.toString()", "'1.50'")]
    [InlineData("true.toString()", "'true'")]
    [InlineData("(4 days).toString()", "'4 days'")]
    [InlineData("@2014-01.toString()", "'2014-01'")]
    [InlineData("@T10:30.toString()", "'10:30'")]
    [InlineData("(1 | 2).toString()", "error")]
    [InlineData("{}.toInteger()", "{}")]
    [InlineData("{}.convertsToInteger()", "{}")]
    public void What_can_be_converted_is_and_the_rest_is_nothing(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("birthDate.toString()", "'1974-12-25'")]
    [InlineData("active.toString()", "'true'")]
    [InlineData("multipleBirth.toString()", "'2'")]
    [InlineData("name.convertsToString()", "false")]
    [InlineData("name.toString()", "{}")]
    public void Elements_are_converted_by_their_value(string expression, string expected)
    {
        const string Resource = """{"resourceType":"Patient","active":true,"name":[{"family":"Ng"}],"birthDate":"1974-12-25","multipleBirthInteger":2}""";

        Assert.Equal(expected, Paths.Evaluate(expression, Resource));
    }
}
