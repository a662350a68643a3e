using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>Every clinical case that a record can tell gives, by <c>$apply</c>, the rules that its cards come from.</summary>
public sealed class HookCaseApplyTests(ContentServer server) : IClassFixture<ContentServer>
{
    /// <summary>The cases without those that only a call can tell.</summary>
    public static TheoryData<string> Files { get; } = [.. HookCase.All.Select(row => row.Data).Where(file => HookCase.Read(file).NotInRecord is null)];

    public static TheoryData<string> AllFiles => HookCase.All;

    /// <summary>So that nobody widens the exceptions unseen.</summary>
    [Fact]
    public void Few_cases_cannot_be_told_by_a_record_and_each_has_its_reason()
    {
        var reasons = HookCase.All.Select(row => HookCase.Read(row.Data).NotInRecord).OfType<string>().CountBy(reason => reason).ToDictionary();

        Assert.Equal(["that an order is being stopped", "what could not be read", "which drafts are being chosen", "which drafts are being signed"], reasons.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(reasons.Values.Sum(), 1, HookCase.All.Count / 20);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Gives_at_the_hook_the_rules_of_the_cards(string file)
    {
        var hookCase = HookCase.Read(file);

        var actions = await server.ActionsAsync(hookCase.Now, hookCase.Hook, [.. Record(hookCase, hookCase.Data()), Value("hook", hookCase.Hook)]);

        Assert.True(
            hookCase.Expected.SequenceEqual(actions), $"{file}: expected [{string.Join(", ", hookCase.Expected)}], got [{string.Join(", ", actions)}]");
    }

    /// <summary>What only a call can tell is given with it.</summary>
    [Theory]
    [MemberData(nameof(AllFiles))]
    public async Task Gives_with_what_the_call_brings_the_rules_of_the_cards(string file)
    {
        var hookCase = HookCase.Read(file);
        var actions = await server.ActionsAsync(hookCase.Now, hookCase.Hook, [.. Record(hookCase, hookCase.Readable()), Value("hook", hookCase.Hook), .. hookCase.Given()]);

        Assert.True(
            hookCase.Expected.SequenceEqual(actions), $"{file}: expected [{string.Join(", ", hookCase.Expected)}], got [{string.Join(", ", actions)}]");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Leaves_no_rule_of_the_cards_out_when_no_hook_is_named(string file)
    {
        var hookCase = HookCase.Read(file);

        var actions = await server.ActionsAsync(hookCase.Now, hookCase.Hook, Record(hookCase, hookCase.Data()));

        Assert.Subset(Rules(actions), Rules(hookCase.Expected));
    }

    private static HashSet<string> Rules(IEnumerable<string> lines) => [.. lines.Select(line => line.Split(' ')[0])];

    private static JsonObject[] Record(HookCase hookCase, JsonObject data) =>
    [
        Value("subject", $"Patient/{hookCase.Request()["context"]!["patientId"]}"),
        Value("now", hookCase.Now.ToString("o")),
        new() { ["name"] = "useServerData", ["valueBoolean"] = false },
        new() { ["name"] = "data", ["resource"] = data },
    ];

    private static JsonObject Value(string name, string value) => new() { ["name"] = name, ["valueString"] = value };
}
