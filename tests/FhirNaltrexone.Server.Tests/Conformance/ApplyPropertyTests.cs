using System.Text;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FhirNaltrexone.Validation.Content;
using FsCheck.Xunit;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>Plans applied say what the CDS services say, on charts drawn at random.</summary>
[Properties(Arbitrary = [typeof(ChartGenerators)], MaxTest = 300)]
public sealed class ApplyPropertyTests
{
    private static readonly string[] Indicators = ["info", "warning", "critical"];

    [Property]
    public void At_a_hook_they_say_the_same(GeneratedChart chart)
        => Assert.Equal(
            Verdict.On(chart).Cards,
            Services(chart).SelectMany(service => Rules(service, chart, chart.Hook)).GroupBy(rule => rule.Split(' ')[0])
                .Select(rules => rules.MaxBy(rule => Array.IndexOf(Indicators, rule.Split(' ')[1]))).Order(StringComparer.Ordinal));

    /// <summary>While selecting, the drafts selected are judged alone; at another hook of the plan all are.</summary>
    [Property]
    public void Without_a_hook_they_leave_nothing_out_and_say_nothing_less_urgently(GeneratedChart chart)
    {
        var all = Services(chart).SelectMany(service => Rules(service, chart, null)).ToHashSet();

        Assert.All(Verdict.On(chart).Cards, card => Assert.True(AtLeast(card).Any(all.Contains), $"{card} is not in [{string.Join(", ", all)}]"));
    }

    private static IEnumerable<string> AtLeast(string card)
        => Indicators.SkipWhile(indicator => indicator != card.Split(' ')[1]).Select(indicator => $"{card.Split(' ')[0]} {indicator}");

    private static IEnumerable<Service> Services(GeneratedChart chart) => Verdict.Content.Value.Services.Where(service => service.Hooks.Contains(chart.Hook));

    private static List<string> Rules(Service service, GeneratedChart chart, string? hook)
    {
        var content = Verdict.Content.Value;
        var result = Application.ApplyPlan(
            new()
            {
                Definition = content.Find("PlanDefinition", service.Url)!.Value,
                Chart = chart.ToChart(),
                Now = chart.Now,
                Hook = hook,
                Definitions = content.Find,
                Libraries = content.Libraries.Find,
            },
            CancellationToken.None).Resource!;
        Assert.Empty(new ContentReader().FromJson(Encoding.UTF8.GetBytes(result.ToJsonString())).Issues);
        var rules = (result["contained"]![0]!["action"]?.AsArray() ?? []).Select(action => AppliedRule.Of(action!)).ToList();
        Assert.Equal(rules.Select(rule => rule.Rule).Distinct(), rules.Select(rule => rule.Rule));
        return rules.ConvertAll(rule => $"{rule.Rule} {rule.Indicator}");
    }
}
