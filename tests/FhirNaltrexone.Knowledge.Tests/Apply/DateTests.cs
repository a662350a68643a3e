using System.Globalization;
using FsCheck.Xunit;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>When actions are due; expected dates are worked out on a calendar of New York (2026: clocks go forward on March 8 and back on November 1).</summary>
public sealed class DateTests
{
    private const string Morning = "2026-03-07T10:00:00-05:00";

    [Theory]
    [InlineData("0", "d", Morning, "2026-03-07")]
    [InlineData("1", "d", Morning, "2026-03-08")]
    [InlineData("-1", "d", Morning, "2026-03-06")]
    [InlineData("2", "wk", Morning, "2026-03-21")]
    [InlineData("1", "mo", Morning, "2026-04-07")]
    [InlineData("1", "a", Morning, "2027-03-07")]
    [InlineData("24", "h", Morning, "2026-03-08T11:00:00-04:00")]
    [InlineData("30", "min", Morning, "2026-03-07T10:30:00-05:00")]
    [InlineData("90", "s", Morning, "2026-03-07T10:01:30-05:00")]
    [InlineData("24", "h", "2026-10-31T10:00:00-04:00", "2026-11-01T09:00:00-05:00")]
    [InlineData("1", "d", "2026-10-31T10:00:00-04:00", "2026-11-01")]
    [InlineData("0", "d", "2026-03-08T04:30:00Z", "2026-03-07")]
    [InlineData("1", "mo", "2026-01-31T09:00:00-05:00", "2026-02-28")]
    [InlineData("3", "mo", "2026-01-31T09:00:00-05:00", "2026-04-30")]
    [InlineData("1", "mo", "2028-01-31T09:00:00-05:00", "2028-02-29")]
    [InlineData("1", "d", "2028-02-29T09:00:00-05:00", "2028-03-01")]
    [InlineData("4", "wk", "2028-02-29T09:00:00-05:00", "2028-03-28")]
    [InlineData("1", "a", "2028-02-29T09:00:00-05:00", "2029-02-28")]
    [InlineData("4", "a", "2028-02-29T09:00:00-05:00", "2032-02-29")]
    public void A_length_of_time_counts_from_the_local_day_of_now(string value, string unit, string now, string expected)
        => Assert.Equal(expected, TestPlan.When($"\"timingDuration\":{TestPlan.Length(value, unit)}", now));

    [Theory]
    [InlineData("0.5", "mo")]
    [InlineData("1.5", "d")]
    [InlineData("1", "mg")]
    [InlineData("400001", "a")]
    public void A_length_that_is_none_leaves_the_action_without_date_and_says_so(string value, string unit)
    {
        var reading = TestPlan.Of($$"""{"id":"a","timingDuration":{{TestPlan.Length(value, unit)}} }""");

        Assert.Null(CarePlanReading.When(reading.Action("a")));
        Assert.Equal([("a", "value")], reading.Issues);
    }

    [Theory]
    [InlineData("\"timingDateTime\":\"2026-06-01\"", "2026-06-01")]
    [InlineData("\"timingPeriod\":{\"start\":\"2026-06-01\",\"end\":\"2026-06-10\"}", "2026-06-01/2026-06-10")]
    [InlineData("\"timingRange\":{\"low\":{\"value\":2,\"code\":\"wk\"},\"high\":{\"value\":3,\"code\":\"wk\"}}", "2026-03-21/2026-03-28")]
    [InlineData("\"timingAge\":{\"value\":40,\"code\":\"a\"}", "2030-05-17")]
    public void Other_timings_are_taken_as_they_are_or_counted(string timing, string expected) => Assert.Equal(expected, TestPlan.When(timing, Morning));

    [Theory]
    [InlineData("before-start", "2026-05-29")]
    [InlineData("before", "2026-05-29")]
    [InlineData("before-end", "2026-06-07")]
    [InlineData("after-start", "2026-06-04")]
    [InlineData("after", "2026-06-13")]
    [InlineData("after-end", "2026-06-13")]
    [InlineData("concurrent-with-start", "2026-06-04")]
    [InlineData("concurrent", "2026-06-04")]
    [InlineData("concurrent-with-end", "2026-06-13")]
    public void An_offset_of_three_days_counts_from_the_end_of_the_period_that_is_meant(string relationship, string expected)
        => Assert.Equal(expected, Related($$""" "relationship":"{{relationship}}","offsetDuration":{{TestPlan.Length("3", "d")}} """));

    [Theory]
    [InlineData("after-end", "2026-06-17/2026-06-24")]
    [InlineData("before-start", "2026-05-18/2026-05-25")]
    public void An_offset_of_one_to_two_weeks_gives_a_period(string relationship, string expected)
        => Assert.Equal(expected, Related($$""" "relationship":"{{relationship}}","offsetRange":{"low":{{TestPlan.Length("1", "wk")}},"high":{{TestPlan.Length("2", "wk")}} } """));

    [Theory]
    [InlineData("before", null)]
    [InlineData("after-end", null)]
    [InlineData("concurrent-with-start", "2026-06-01")]
    [InlineData("concurrent-with-end", "2026-06-10")]
    public void Without_an_offset_only_what_is_concurrent_has_a_date(string relationship, string? expected)
        => Assert.Equal(expected, Related($$""" "relationship":"{{relationship}}" """));

    [Theory]
    [InlineData("2026-03-07T08:00:00-05:00", "1", "d", "2026-03-08T08:00:00-04:00")]
    [InlineData("2026-03-07T08:00:00-05:00", "24", "h", "2026-03-08T09:00:00-04:00")]
    [InlineData("2026-03-07T02:30:00-05:00", "1", "d", "2026-03-08T03:30:00-04:00")]
    [InlineData("2026-10-31T01:30:00-04:00", "1", "d", "2026-11-01T01:30:00-04:00")]
    [InlineData("2026-10-31T01:30:00-04:00", "25", "h", "2026-11-01T01:30:00-05:00")]
    [InlineData("2026-06-01", "36", "h", "2026-06-03")]
    [InlineData("2026-10-31", "72", "h", "2026-11-03")]
    [InlineData("2026-03-07", "72", "h", "2026-03-10")]
    public void Days_keep_the_clock_time_and_hours_pass(string anchor, string value, string unit, string expected)
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","timingDateTime":"{{anchor}}"},
            {"id":"b","relatedAction":[{"actionId":"a","relationship":"after-start","offsetDuration":{{TestPlan.Length(value, unit)}} }]}
            """);

        Assert.Equal(expected, CarePlanReading.When(reading.Action("b")));
    }

    [Fact]
    public void Hours_after_an_action_of_day_0_count_from_now()
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","timingDuration":{{TestPlan.Length("0", "d")}} },
            {"id":"b","relatedAction":[{"actionId":"a","relationship":"after-start","offsetDuration":{{TestPlan.Length("2", "h")}} }]}
            """);

        Assert.Equal("2026-03-07", CarePlanReading.When(reading.Action("a")));
        Assert.Equal("2026-03-07T12:00:00-05:00", CarePlanReading.When(reading.Action("b")));
    }

    [Theory]
    [InlineData("2026-01-05T09:00:00-05:00", "4", "wk", "24", "wk", "2026-01-05/2026-06-21", "2026-01-05 2026-02-02 2026-03-02 2026-03-30 2026-04-27 2026-05-25")]
    [InlineData("2026-01-31T09:00:00-05:00", "1", "mo", "4", "mo", "2026-01-31/2026-05-30", "2026-01-31 2026-02-28 2026-03-31 2026-04-30")]
    [InlineData("2028-02-01T09:00:00-05:00", "4", "wk", "12", "wk", "2028-02-01/2028-04-24", "2028-02-01 2028-02-29 2028-03-28")]
    [InlineData("2026-10-20T09:00:00-04:00", "1", "wk", "3", "wk", "2026-10-20/2026-11-09", "2026-10-20 2026-10-27 2026-11-03")]
    [InlineData("2026-01-05T09:00:00-05:00", "7", "d", "2", "wk", "2026-01-05/2026-01-18", "2026-01-05 2026-01-12")]
    [InlineData("2026-01-05T09:00:00-05:00", "1", "d", "1", "d", "2026-01-05/2026-01-05", "")]
    [InlineData("2026-01-05T09:00:00-05:00", "1", "d", "26", "wk", "2026-01-05/2026-07-05", "")]
    public void A_schedule_has_its_period_and_from_weekly_on_its_dates(string now, string period, string unit, string length, string lengthUnit, string when, string events)
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","timingTiming":{"repeat":{"boundsDuration":{{TestPlan.Length(length, lengthUnit)}},"frequency":1,"period":{{period}},"periodUnit":"{{unit}}"} } }
            """, now);

        Assert.Equal(when, CarePlanReading.When(reading.Action("a")));
        Assert.Equal(events, string.Join(' ', reading.Events(reading.Action("a"))));
    }

    [Fact]
    public void A_schedule_starts_where_a_relation_says()
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","timingDateTime":"2026-06-01"},
            {"id":"b","relatedAction":[{"actionId":"a","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "wk")}} }],
             "timingTiming":{"repeat":{"count":3,"frequency":1,"period":2,"periodUnit":"wk"} } }
            """);

        Assert.Equal("2026-06-08/", CarePlanReading.When(reading.Action("b")));
        Assert.Equal(["2026-06-08", "2026-06-22", "2026-07-06"], reading.Events(reading.Action("b")));
    }

    [Fact]
    public void A_computed_date_that_is_not_known_gives_no_other_date()
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","timingDuration":{{TestPlan.Length("1", "d")}},"dynamicValue":[{"path":"action.timing","expression":{"language":"text/fhirpath","expression":"%patient.deceased"} }]},
            {"id":"b","relatedAction":[{"actionId":"a","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "d")}} }],"timingDateTime":"2026-06-01"}
            """);

        Assert.Null(CarePlanReading.When(reading.Action("a")));
        Assert.Null(CarePlanReading.When(reading.Action("b")));
        Assert.Equal([("a", "value"), ("b", "incomplete")], reading.Issues);
    }

    [Fact]
    public void A_computed_date_goes_before_all_others()
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","timingDuration":{{TestPlan.Length("1", "d")}},"dynamicValue":[{"path":"action.timing","expression":{"language":"text/fhirpath","expression":"%patient.birthDate"} }]}
            """);

        Assert.Equal("1990-05-17", CarePlanReading.When(reading.Action("a")));
    }

    [Fact]
    public void Dates_that_depend_on_one_another_are_told()
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","relatedAction":[{"actionId":"b","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "d")}} }]},
            {"id":"b","relatedAction":[{"actionId":"a","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "d")}} }]}
            """);

        Assert.Contains(reading.Issues, issue => issue.Code == "business-rule");
        Assert.All(reading.Actions, action => Assert.Null(CarePlanReading.When(action)));
    }

    [Property(MaxTest = 60)]
    public bool Shifting_now_by_whole_days_shifts_every_date_by_as_many(int days, int offset)
    {
        var (shift, length) = (days % 3000, offset % 500);
        var now = new DateTime(2026, 3, 7, 12, 0, 0).AddDays(shift).ToString("yyyy-MM-dd'T'HH:mm:ss'-05:00'", CultureInfo.InvariantCulture);
        var plan = $"\"timingDuration\":{TestPlan.Length(length.ToString(CultureInfo.InvariantCulture), "d")}";

        var first = DateOnly.Parse(TestPlan.When(plan, "2026-03-07T12:00:00-05:00")!, CultureInfo.InvariantCulture);
        var second = DateOnly.Parse(TestPlan.When(plan, now)!, CultureInfo.InvariantCulture);

        return second.DayNumber - first.DayNumber == shift;
    }

    private static string? Related(string relation) => CarePlanReading.When(TestPlan.Of($$"""
        {"id":"a","timingPeriod":{"start":"2026-06-01","end":"2026-06-10"} },
        {"id":"b","relatedAction":[{"actionId":"a",{{relation}} }]}
        """).Action("b"));
}
