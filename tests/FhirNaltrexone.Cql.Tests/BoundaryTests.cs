namespace FhirNaltrexone.Cql.Tests;

/// <summary>Exact boundaries of time, numbers and intervals.</summary>
public sealed class BoundaryTests
{
    [Theory]
    [InlineData("2026-01-08T14:30:00-05:00", 7)]
    [InlineData("2026-01-08T14:30:01-05:00", 6)]
    [InlineData("2026-01-08T14:29:59-05:00", 7)]
    public void Whole_days_are_counted_to_the_second(string start, int expected) =>
        Assert.Equal(expected, Engine.Run(Elm.At("Day", "DurationBetween", Elm.ToDateTime(start), Elm.Node("Now"))));

    [Fact]
    public void A_date_time_without_offset_is_in_the_offset_of_the_evaluation() =>
        Assert.Equal(true, Engine.Run(Elm.Node("Equal", Elm.ToDateTime("2026-01-15T14:30:00.000"), Elm.Node("Now"))));

    [Theory]
    [InlineData("2024-02-29", 1, "years", "2025-02-28")]
    [InlineData("2026-01-31", 1, "month", "2026-02-28")]
    [InlineData("2026-01-31", -1, "day", "2026-01-30")]
    [InlineData("2025-12", 33, "days", "2026-01")]
    [InlineData("2026-03-01", 2, "weeks", "2026-03-15")]
    public void Calendar_arithmetic_follows_the_calendar(string date, int amount, string unit, string expected) =>
        Assert.Equal(expected, Engine.Run(Elm.Node("Add", Elm.Node("ToDate", Elm.Text(date)), Elm.Quantity(amount, unit)))?.ToString());

    [Theory]
    [InlineData("day")]
    [InlineData("months")]
    [InlineData("years")]
    public void Whole_days_leave_a_time_of_day_where_it_is(string unit) =>
        Assert.Equal("12:00:00.000", Engine.Run(Elm.Node("Add", Elm.Node("ToTime", Elm.Text("12:00:00.000")), Elm.Quantity(1, unit)))?.ToString());

    [Fact]
    public void Leaving_the_years_1_to_9999_is_an_error() =>
        Assert.Throws<CqlException>(() => Engine.Run(Elm.Node("Add", Elm.ToDateTime("2026"), Elm.Quantity(8000, "years"))));

    [Theory]
    [InlineData("Add", int.MaxValue, 1)]
    [InlineData("Multiply", int.MaxValue, 2)]
    [InlineData("Subtract", int.MinValue, 1)]
    [InlineData("TruncatedDivide", 1, 0)]
    public void Overflow_and_division_by_zero_are_null(string type, int left, int right) =>
        Assert.Null(Engine.Run(Elm.Node(type, Number(left), Number(right))));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, null)]
    public void A_null_boundary_is_unbounded_when_closed_and_unknown_when_open(bool closed, bool? expected)
    {
        var interval = Elm.Interval(Elm.Int(5), Elm.Null, highClosed: closed, point: "Integer");

        Assert.Equal(expected, Engine.Run(Elm.Node("In", Elm.Int(7), interval)));
        Assert.Equal(false, Engine.Run(Elm.Node("In", Elm.Int(4), interval)));
    }

    [Fact]
    public void An_interval_that_ends_before_it_starts_is_an_error_with_a_place()
    {
        var interval = Elm.Interval(Elm.Int(2), Elm.Int(1), point: "Integer").Insert(2, "\"locator\": \"3:4-3:9\", ");

        var problem = Assert.Single(Assert.Throws<CqlException>(() => Engine.Run(interval)).Problems);

        Assert.Equal(("Test", "It", "3:4-3:9"), (problem.Library, problem.Define, problem.Locator));
    }

    [Theory]
    [InlineData(80, 40, "2")]
    [InlineData(201, 40, "5")]
    [InlineData(50, 40, "1.3")]
    public void Text_of_a_decimal_does_not_show_how_it_was_computed(int value, int limit, string expected)
    {
        var ratio = $$"""{ "type": "Round", "operand": {{Elm.Node("Divide", Elm.Node("ToDecimal", Elm.Int(value)), Elm.Node("ToDecimal", Elm.Int(limit)))}}, "precision": {{Elm.Int(1)}} }""";

        Assert.Equal(expected, Engine.Run(Elm.Node("ToString", ratio)));
    }

    private static string Number(int value) => value < 0 ? Elm.Node("Subtract", Elm.Int(value + 1), Elm.Int(1)) : Elm.Int(value);
}
