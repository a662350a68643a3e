using System.Diagnostics;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Good requests, damaged at random in 1,500 ways: whatever comes of it is a valid answer.</summary>
[Collection(OneServerProcess.Name)]
public sealed class MutationTests(ServerProcess server)
{
    private const int MutationsOfEach = 500;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("scenarios/S002.json", "naltrexone-start-safety", 20261122)]
    [InlineData("cases/OP-04-booked.json", "naltrexone-opioid-blockade", 20261123)]
    [InlineData("cases/HT-08-month-12.json", "naltrexone-monitoring", 20261124)]
    public async Task A_damaged_request_is_answered(string file, string service, int seed)
    {
        var good = ConformanceCall.To(service, server.Services, file)!;
        var clock = Stopwatch.StartNew();
        var refused = 0;
        for (var i = 0; i < MutationsOfEach; i++)
        {
            var mutation = new Mutation(seed + i);
            var call = mutation.Apply(good);
            refused += await IsRefusedAsync(service, call, $"{file}, seed {seed + i}: {mutation.Steps}") ? 1 : 0;
        }

        Assert.InRange(refused, 1, MutationsOfEach / 2);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeLimit);
        await server.AssertAliveAsync("the mutations");
    }

    [Fact]
    public void The_same_seed_does_the_same_damage()
    {
        var good = Valid.Request();

        Assert.Equal(new Mutation(7).Apply(good).ToJsonString(), new Mutation(7).Apply(good).ToJsonString());
        Assert.NotEqual(new Mutation(7).Apply(good).ToJsonString(), new Mutation(8).Apply(good).ToJsonString());
        Assert.Equal(Valid.Request().ToJsonString(), good.ToJsonString());
    }

    private async Task<bool> IsRefusedAsync(string service, JsonObject call, string what)
    {
        bool isRefused;
        try
        {
            using var response = await server.Client.PostAsync($"/cds-services/{service}", Call.Json(call));
            isRefused = await Answers.CheckAsync(response) is null;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{what}\n{call.ToJsonString()}", failure);
        }

        // A rule that breaks costs a card only, but a defect it is.
        Assert.False(server.Log().Contains("defect-", StringComparison.Ordinal), $"{what}\n{server.Log()}");
        return isRefused;
    }
}
