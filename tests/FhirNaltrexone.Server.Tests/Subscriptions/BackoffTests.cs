using FhirNaltrexone.Server.Subscriptions.Delivery;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

public sealed class BackoffTests
{
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(60));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(5, 160)]
    [InlineData(9, 2560)]
    [InlineData(10, 3600)]
    [InlineData(1000, 3600)]
    public void The_wait_doubles_up_to_the_longest(int failures, int seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Plain(failures));

    [Fact]
    public void Chance_moves_it_by_a_fifth_at_most_and_does_move_it()
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Backoff.After(1).TotalSeconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, 8, 12));
        Assert.True(waits.Distinct().Count() > 20);
    }

    [Fact]
    public void Twenty_four_hours_hold_about_thirty_tries()
        => Assert.InRange(Enumerable.Range(1, 100).First(failures => Backoff.Total(failures) > TimeSpan.FromHours(24)), 25, 40);
}
