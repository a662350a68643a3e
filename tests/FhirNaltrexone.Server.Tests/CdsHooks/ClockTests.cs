using FhirNaltrexone.Server.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FhirNaltrexone.Server.Tests.CdsHooks;

public sealed class ClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5));

    [Fact]
    public async Task Rules_are_evaluated_at_the_instant_of_the_clock()
    {
        using var server = new TestServer { Clock = new FakeTimeProvider(Now) };

        Assert.Equal(Now, (await server.ChartAsync(Call.OrderSign())).Now);
    }

    [Fact]
    public async Task The_clock_can_be_fixed_in_Development()
    {
        using var server = new TestServer(("Clock:Now", "2026-11-22T09:00:00-05:00"));

        Assert.Equal(Now, (await server.ChartAsync(Call.OrderSign())).Now);
    }

    [Theory]
    [InlineData("Production", "2026-11-22T09:00:00-05:00")]
    [InlineData("Development", "2026-11-22T09:00:00")]
    [InlineData("Development", "yesterday")]
    public async Task A_clock_that_is_wrong_stops_the_start(string environment, string now)
        => Assert.Contains("Clock:Now", await FailedStart.MessageAsync("Clock:Now", now, environment), StringComparison.Ordinal);
}
