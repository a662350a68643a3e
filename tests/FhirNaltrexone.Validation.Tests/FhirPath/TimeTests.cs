using FhirNaltrexone.Validation.Tests.FhirPath.Support;

namespace FhirNaltrexone.Validation.Tests.FhirPath;

/// <summary>Dates and times, as exact as they were given (FHIRPath N1, 6.1, 6.2 and 6.7).</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("@2012 = @2012", "true")]
    [InlineData("@2012 = @2013", "false")]
    [InlineData("@2012 = @2012-01", "{}")]
    [InlineData("@2012-01 = @2013", "false")]
    [InlineData("@2012-01-01 = @2012-01-01T", "true")]
    [InlineData("@2012-04-15 = @2012-04-15T10:00:00", "{}")]
    [InlineData("@2012-04-15T10:30 = @2012-04-15T10:30:31", "{}")]
    [InlineData("@2012-04-15T10:30:31.0 = @2012-04-15T10:30:31", "true")]
    [InlineData("@2012-04-15T10:30:31.1 = @2012-04-15T10:30:31", "false")]
    [InlineData("@2012-04-15T15:00:00Z = @2012-04-15T10:00:00-05:00", "true")]
    [InlineData("@2012-04-15T15:00:00Z = @2012-04-15T10:00:00", "true")]
    [InlineData("@T10:00 = @T10:00", "true")]
    [InlineData("@T10:00 = @T10:00:00", "{}")]
    [InlineData("@T10:00 = @2012-04-15", "false")]
    public void Equality_cannot_be_told_where_one_is_known_less_exactly(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("@2012 < @2013-01", "true")]
    [InlineData("@2012 < @2012-01", "{}")]
    [InlineData("@2012-02 > @2012-01-31", "true")]
    [InlineData("@2012-01-31 <= @2012-01", "{}")]
    [InlineData("@2017-11-05T01:30:00.0-04:00 < @2017-11-05T01:15:00.0-05:00", "true")]
    [InlineData("@2017-11-05T01:30:00.0-04:00 > @2017-11-05T01:15:00.0-05:00", "false")]
    [InlineData("@T10:00:00 < @T10:00:00.5", "true")]
    [InlineData("@T10 < @T11:30", "true")]
    [InlineData("@T10:00 < @2012", "error")]
    [InlineData("@2012 < 2013", "error")]
    public void Order_is_told_as_far_as_both_are_known(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("@2012-02-29 + 1 year", "@2013-02-28")]
    [InlineData("@2012-01-31 + 1 month", "@2012-02-29")]
    [InlineData("@2012-01-31 - 2 months", "@2011-11-30")]
    [InlineData("@2012-01-01 + 2 weeks", "@2012-01-15")]
    [InlineData("@2012-01-01 - 1 day", "@2011-12-31")]
    [InlineData("@2012-01-01 + 1.9 days", "@2012-01-02")]
    [InlineData("@2014 + 24 months", "@2016")]
    [InlineData("@2014 - 24 months", "@2012")]
    [InlineData("@2014 + 23 months", "@2015")]
    [InlineData("@2014-03 + 40 days", "@2014-04")]
    [InlineData("@2014 + 730 days", "@2016")]
    [InlineData("@2012-01-01T23:30:00Z + 45 minutes", "@2012-01-02T00:15:00Z")]
    [InlineData("@2012-01-01T00:00:00.000+02:00 + 1.5 seconds", "@2012-01-01T00:00:01.500+02:00")]
    [InlineData("@2012-01-01T10:30 + 90 seconds", "@2012-01-01T10:31")]
    [InlineData("@T23:30:00 + 45 minutes", "@T00:15:00")]
    [InlineData("@T00:15 - 30 minutes", "@T23:45")]
    [InlineData("@2012-01-01 + 7 'd'", "@2012-01-08")]
    [InlineData("@2012-01-01 + {}", "{}")]
    [InlineData("@9999-12-31 + 1 day", "{}")]
    [InlineData("@0001-01-01 - 1 month", "{}")]
    [InlineData("@2012-01-01 + 3 hours", "error")]
    [InlineData("@T10:00 + 1 day", "error")]
    [InlineData("@2012-01-01 + 1 'mg'", "error")]
    [InlineData("@2012-01-01 + 1", "error")]
    public void Durations_are_added_by_the_calendar(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("now()", "@2026-03-14T15:09:26.535-05:00")]
    [InlineData("today()", "@2026-03-14")]
    [InlineData("timeOfDay()", "@T15:09:26.535")]
    [InlineData("now() = now()", "true")]
    [InlineData("today() + 1 month > now()", "true")]
    public void The_clock_is_that_of_the_surroundings(string expression, string expected) => Assert.Equal(expected, Paths.Evaluate(expression));

    [Theory]
    [InlineData("birthDate < today()", "true")]
    [InlineData("birthDate = @1974-12-25", "true")]
    [InlineData("birthDate + 18 years", "@1992-12-25")]
    [InlineData("deceased as dateTime > birthDate", "true")]
    [InlineData("meta.lastUpdated > @2020", "{}")]
    [InlineData("meta.lastUpdated > @2019", "true")]
    public void Elements_of_time_take_part(string expression, string expected)
    {
        const string Resource = """
            {"resourceType":"Patient","meta":{"lastUpdated":"2020-05-01T08:00:00Z"},"birthDate":"1974-12-25","deceasedDateTime":"2015"}
            """;

        Assert.Equal(expected, Paths.Evaluate(expression, Resource));
    }
}
