namespace FhirNaltrexone.Cql.Tests;

/// <summary>Dates of unequal or low precision: answers are ranges or null, never a guess.</summary>
public sealed class UncertaintyTests
{
    [Fact]
    public void Days_since_a_month_are_a_range() =>
        Assert.Equal(new CqlUncertainty(14, 45), Engine.Run(Between("2025-12", "2026-01-15")));

    [Fact]
    public void Days_between_full_instants_are_one_number() =>
        Assert.Equal(4, Engine.Run(Between("2026-01-10T12:00:00Z", "2026-01-15T11:59:59Z")));

    [Fact]
    public void Midnights_crossed_between_days_are_one_number() =>
        Assert.Equal(5, Engine.Run(Elm.At("Day", "DifferenceBetween", Elm.ToDateTime("2026-01-10"), Elm.ToDateTime("2026-01-15"))));

    [Theory]
    [InlineData("Less", 14, false)]
    [InlineData("Less", 15, null)]
    [InlineData("Less", 46, true)]
    [InlineData("GreaterOrEqual", 14, true)]
    public void A_range_compares_only_when_all_its_values_agree(string type, int limit, bool? expected) =>
        Assert.Equal(expected, Engine.Run(Elm.Node(type, Between("2025-12", "2026-01-15"), Elm.Int(limit))));

    [Fact]
    public void A_range_has_no_text() => Assert.Null(Engine.Run(Elm.Node("ToString", Between("2025-12", "2026-01-15"))));

    [Theory]
    [InlineData("2026-01", "2026-01-15", null)]
    [InlineData("2025-12", "2026-01-15", true)]
    [InlineData("2026", "2025-12-31", false)]
    [InlineData("2026-01-15T10:00:00Z", "2026-01-15T12:00:00+02:00", false)]
    [InlineData("2026-01-15T09:59:59Z", "2026-01-15T12:00:00+02:00", true)]
    public void Before_is_null_when_the_known_parts_agree(string left, string right, bool? expected) =>
        Assert.Equal(expected, Engine.Run(Elm.Node("Before", Elm.ToDateTime(left), Elm.ToDateTime(right))));

    [Fact]
    public void A_month_may_or_may_not_lie_in_the_last_ten_days()
    {
        var window = Elm.Interval(Elm.Node("Subtract", Elm.Node("Now"), Elm.Quantity(10, "days")), Elm.Node("Now"));

        Assert.Null(Engine.Run(Elm.Node("In", Elm.ToDateTime("2026-01"), window)));
        Assert.Equal(false, Engine.Run(Elm.Node("In", Elm.ToDateTime("2025-12"), window)));
        Assert.Equal(true, Engine.Run(Elm.Node("In", Elm.ToDateTime("2026-01-10"), window)));
    }

    [Fact]
    public void The_age_of_somebody_born_in_a_year_is_a_range()
    {
        var birth = Elm.Node("ToDate", Elm.Text("1985"));

        Assert.Equal(new CqlUncertainty(40, 41), Engine.Run(Elm.At("Year", "CalculateAge", birth)));
    }

    [Theory]
    [InlineData("1985-01-15", 41)]
    [InlineData("1985-01-16", 40)]
    public void A_birthday_counts_from_its_day(string birth, int expected) =>
        Assert.Equal(expected, Engine.Run(Elm.At("Year", "CalculateAge", Elm.Node("ToDate", Elm.Text(birth)))));

    private static string Between(string from, string to) => Elm.At("Day", "DurationBetween", Elm.ToDateTime(from), Elm.ToDateTime(to));
}
