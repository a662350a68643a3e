using System.Text.Json;
using System.Text.RegularExpressions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>The table that says what carries each part of the treatment guide: what it names exists, and nothing of the guide is left out.</summary>
public sealed partial class CoverageTests
{
    // Headings of the guide and the tables and lists below them, as the guide has them; it may not be republished, so it is not in the repository.
    private static readonly Dictionary<string, string[]> Guide = new()
    {
        ["Historical Context"] = ["approvals"],
        ["Naltrexone's Role in Opioid Dependence Treatment"] = ["Blocking Opioid Effects", "Craving Reduction", "Overdose Prevention", "Facilitating Recovery"],
        ["Efficacy of Naltrexone in Opioid Dependence Treatment"] = ["Key Studies and Findings"],
        ["Naltrexone Treatment Protocols for Opioid Dependence"] =
            ["Oral Naltrexone Protocol", "Extended-Release Injectable Naltrexone (Vivitrol) Protocol", "Combination Therapies"],
        ["Identifying Suitable Candidates for Naltrexone Treatment"] = ["Ideal Candidates", "Contraindications and Cautions"],
        ["Initiating Naltrexone Treatment: The Critical Detoxification Phase"] = ["Detoxification Process", "Induction Strategies"],
        ["Naltrexone in Conjunction with Other Treatments"] = ["Psychosocial Interventions", "Complementary Therapies", "Case Management Services"],
        ["Managing Side Effects During Naltrexone Treatment"] = ["Common Side Effects", "Rare but Serious Side Effects", "Strategies for Side Effect Management"],
        ["Relapse Prevention Strategies with Naltrexone"] = ["Identifying Triggers", "Coping Strategies", "Building Support Systems"],
        ["Long-term Use of Naltrexone and Treatment Outcomes"] = ["Duration of Treatment", "Long-term Outcomes", "Challenges of Long-term Use"],
        ["Naltrexone Use in Specific Patient Groups"] =
            ["Pregnant Women", "Adolescents and Young Adults", "Patients with Co-occurring Mental Health Disorders", "Older Adults"],
        ["Patient Education and Support Strategies"] = ["Key Educational Points", "Support Strategies", "Resources for Patients"],
        ["Conclusion"] = ["summary"],
        ["Glossary"] = ["terms"],
        ["References"] = ["links of the guide"],
    };

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "coverage.md"));

    private static readonly IReadOnlyList<string[]> Rows = [.. Page.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|').Skip(1).SkipLast(1).Select(cell => cell.Trim()).ToArray())];

    [Fact]
    public void Every_artifact_named_exists()
    {
        var present = Repository.ResourceFiles.Select(Repository.Json)
            .Select(resource => $"{resource.GetProperty("resourceType").GetString()}/{resource.GetProperty("id").GetString()}").ToHashSet();

        var named = Artifacts().Matches(Page).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(present));
    }

    [Fact]
    public void Every_rule_named_is_an_action_of_a_plan_and_no_rule_is_left_out()
    {
        var present = Repository.Resources("PlanDefinition").SelectMany(plan => plan.GetProperty("action").EnumerateArray()).SelectMany(RuleCodes).ToHashSet();

        var named = Rules().Matches(Page).Select(match => match.Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(present));
        Assert.Equal([], present.Except(named));
    }

    [Fact]
    public void Every_part_of_the_guide_has_one_row_that_names_an_artifact_or_a_reason()
    {
        var expected = Guide.SelectMany(section => section.Value.Select(part => (section.Key, part)));

        var rows = Rows.Where(row => Guide.ContainsKey(row[0])).ToList();

        Assert.Equal(expected, rows.Select(row => (row[0], row[1])));
        Assert.All(rows, row => Assert.True(row[2].Length > 0 || row[3].Length > 0, row[1]));
    }

    [Fact]
    public void Every_protocol_is_named()
    {
        var protocols = Repository.Resources("PlanDefinition").Select(plan => $"PlanDefinition/{plan.GetProperty("id").GetString()}").ToList();

        Assert.Equal([], protocols.Except(Artifacts().Matches(Page).Select(match => match.Groups[1].Value)));
    }

    [Fact]
    public void Every_protocol_is_tried_on_at_least_two_patients()
    {
        var tried = Directory.EnumerateFiles(Path.Combine(Repository.Root, "conformance", "apply"), "*.json")
            .Select(file => JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("plan"))
            .Where(plan => plan.ValueKind == JsonValueKind.String).CountBy(plan => plan.GetString()!).ToDictionary();

        var protocols = Repository.Resources("PlanDefinition")
            .Where(plan => plan.GetProperty("meta").GetProperty("profile")[0].GetString()!.EndsWith("/protocol-plan", StringComparison.Ordinal))
            .Select(plan => plan.GetProperty("id").GetString()!).ToList();

        Assert.Equal(13, protocols.Count);
        Assert.All(protocols, protocol => Assert.True(tried.GetValueOrDefault(protocol) >= 2, protocol));
    }

    private static IEnumerable<string> RuleCodes(JsonElement action)
        => action.TryGetProperty("code", out var codes)
            ? codes.EnumerateArray().SelectMany(code => code.GetProperty("coding").EnumerateArray()).Select(coding => coding.GetProperty("code").GetString()!)
            : [];

    [GeneratedRegex("`([A-Z][A-Za-z]+/[A-Za-z0-9-]+)`")]
    private static partial Regex Artifacts();

    [GeneratedRegex(@"\b[A-Z]{2}-\d\d\b")]
    private static partial Regex Rules();
}
