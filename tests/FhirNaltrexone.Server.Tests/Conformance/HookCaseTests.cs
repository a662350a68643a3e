using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>Every clinical case brings exactly the cards expected, by whatever legal way its data comes.</summary>
public sealed class HookCaseTests(ContentServer server) : IClassFixture<ContentServer>
{
    public static TheoryData<string> Files => HookCase.All;

    [Fact]
    public void There_are_cases_for_every_rule_family()
        => Assert.Superset(
            new HashSet<string>(["CT", "DI", "DO", "DQ", "HT", "IN", "LB", "OD", "OP", "PW"]),
            Files.SelectMany(file => HookCase.Read(file.Data).Expected).Select(card => card[..2]).ToHashSet());

    [Theory]
    [MemberData(nameof(Files))]
    public Task Answers_a_client_that_sends_whole_types(string file) => AnswersAsExpectedAsync(file, DataPath.WidePrefetch);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Answers_a_client_that_sends_what_is_asked_for(string file) => AnswersAsExpectedAsync(file, DataPath.ExactPrefetch);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Answers_a_client_that_lets_its_server_be_read(string file) => AnswersAsExpectedAsync(file, DataPath.FhirServer);

    /// <summary>Ties the laws tried without HTTP to the service as it runs.</summary>
    [Property(Arbitrary = [typeof(ChartGenerators)], MaxTest = 100)]
    public async Task Says_over_HTTP_what_the_rules_say(GeneratedChart chart, bool exact)
    {
        var cards = await server.CardsAsync(chart.Now, chart.ToRequest(), chart.ToRecords(), exact ? DataPath.ExactPrefetch : DataPath.WidePrefetch);

        Assert.Equal(Verdict.On(chart).Cards, cards);
    }

    private async Task AnswersAsExpectedAsync(string file, DataPath path)
    {
        var hookCase = HookCase.Read(file);

        var cards = await server.CardsAsync(hookCase.Now, hookCase.Request(), hookCase.Records, path);

        Assert.True(
            hookCase.Expected.SequenceEqual(cards),
            $"{file}, {path}: expected [{string.Join(", ", hookCase.Expected)}], got [{string.Join(", ", cards)}]");
    }
}
