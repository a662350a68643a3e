using System.Text.Json;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>Every rule says in plain words when it is looked at and what it does, and the page of rules tells it.</summary>
public sealed class RuleTextTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Profiles, "../docs/rules.md"));

    public static TheoryData<string> Rules => [.. Concepts().Select(concept => concept.GetProperty("code").GetString()!)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_trigger_and_logic_and_stands_on_the_page(string code)
    {
        var concept = Concepts().Single(one => one.GetProperty("code").GetString() == code);
        var trigger = concept.GetProperty("property").EnumerateArray()
            .Single(property => property.GetProperty("code").GetString() == "trigger").GetProperty("valueString").GetString()!;
        var logic = concept.GetProperty("definition").GetString()!;

        Assert.DoesNotContain('{', logic);
        Assert.Contains($"## {code} {concept.GetProperty("display").GetString()}\n\n**When:** {trigger}\n\n**Logic:** {logic}\n", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_that_a_service_runs_has_a_concept()
    {
        var services = ContentSet.LoadEmbedded(new Dictionary<string, string>()).Services;

        Assert.Empty(services.SelectMany(service => service.Rules).Select(rule => rule.Code).Except(Rules.Select(row => row.Data)));
    }

    private static JsonElement.ArrayEnumerator Concepts()
        => Repository.Json("generated/resources/CodeSystem-naltrexone-rules.json").GetProperty("concept").EnumerateArray();
}
