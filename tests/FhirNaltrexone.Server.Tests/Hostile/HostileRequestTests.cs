using FhirNaltrexone.Server.Tests.Hostile.Cases;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>Broken and hostile requests, all to one process: each gets a valid answer, none ends or stops it.</summary>
[Collection(OneServerProcess.Name)]
public sealed class HostileRequestTests(ServerProcess server)
{
    private const int FewestCases = 80;

    private static readonly Lazy<Dictionary<string, HostileRequest>> Cases = new(() => Kinds()
        .ToDictionary(request => request.Name, StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Fact]
    public void There_are_cases_of_every_kind() => Assert.InRange(Cases.Value.Count, FewestCases, int.MaxValue);

    [Fact]
    public async Task The_request_that_the_cases_break_is_good()
    {
        using var response = await server.Client.SendAsync(new HostileRequest("good", Expected.NoCards, Valid.Request()).To(server.Address));

        Assert.Empty((await Answers.CheckAsync(response))!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_request_is_answered_and_leaves_no_mark(string name)
    {
        var request = Cases.Value[name];

        using var response = await server.Client.SendAsync(request.To(server.Address));

        Assert.True(request.Expected.Status == (int)response.StatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        await (request.Expected switch
        {
            { Tells: null } => Task.CompletedTask,
            { Status: 200 } => SpeaksAsync(request.Expected, response),
            _ => TellsAsync(request.Expected, response),
        });
        await server.AssertAliveAsync(name);
    }

    private static IEnumerable<HostileRequest> Kinds()
        => BrokenJson.All().Concat(WrongTypes.All()).Concat(TextAndNumbers.All()).Concat(Charts.All()).Concat(Transport.All());

    private static async Task SpeaksAsync(Expected expected, HttpResponseMessage response)
    {
        var rules = Answers.Rules((await Answers.CheckAsync(response))!);
        if (expected.Rule is null)
        {
            Assert.Empty(rules);
        }
        else if (expected.Rule.Length > 0)
        {
            Assert.Contains(expected.Rule, rules);
        }
    }

    private static async Task TellsAsync(Expected expected, HttpResponseMessage response)
    {
        await Answers.CheckAsync(response);
        var issues = await Outcome.ReadAsync(response, response.StatusCode);
        Assert.Contains(issues, issue => $"{issue.Expression} {issue.Text}".Contains(expected.Tells, StringComparison.Ordinal));
    }
}
