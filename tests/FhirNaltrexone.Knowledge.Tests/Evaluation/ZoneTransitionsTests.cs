using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Tests.Evaluation;

public sealed class ZoneTransitionsTests
{
    private static readonly DateTimeOffset Start2026 = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // US rule (Energy Policy Act of 2005): second Sunday of March and first Sunday of November at 2:00 local time.
    [Fact]
    public void New_York_changes_in_March_and_November()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        var transitions = ZoneTransitions.Between(zone, Start2026, Start2026.AddYears(1)).ToList();

        Assert.Equal(
            [
                new ZoneTransition(Start2026, TimeSpan.FromHours(-5)),
                new ZoneTransition(new DateTimeOffset(2026, 3, 8, 7, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(-4)),
                new ZoneTransition(new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(-5)),
            ],
            transitions);
    }

    [Fact]
    public void A_zone_without_changes_has_its_offset_only()
        => Assert.Equal([new ZoneTransition(Start2026, TimeSpan.Zero)], ZoneTransitions.Between(TimeZoneInfo.Utc, Start2026, Start2026.AddYears(5)));

    [Fact]
    public void Half_hour_changes_are_found()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe");

        var offsets = ZoneTransitions.Between(zone, Start2026, Start2026.AddYears(1)).Select(t => t.Offset.TotalHours);

        Assert.Equal([11, 10.5, 11], offsets);
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Europe/London")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Kolkata")]
    public void The_last_transition_before_any_instant_gives_the_offset_of_the_zone(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var transitions = ZoneTransitions.Between(zone, Start2026.AddYears(-4), Start2026.AddYears(3)).ToList();

        for (var instant = Start2026.AddYears(-4); instant < Start2026.AddYears(3); instant = instant.AddHours(5.3))
        {
            Assert.Equal(zone.GetUtcOffset(instant), transitions.Last(t => t.Start <= instant).Offset);
        }
    }
}
