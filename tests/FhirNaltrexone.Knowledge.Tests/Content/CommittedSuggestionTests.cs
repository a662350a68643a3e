using System.Text;
using System.Text.Json;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Knowledge.Suggestions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>What the committed plans would put into an order is valid R4.</summary>
public sealed class CommittedSuggestionTests
{
    private const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private static readonly Service StartSafety = ContentSet.LoadEmbedded(new Dictionary<string, string>()).Services.Single(s => s.Id == "naltrexone-start-safety");

    public static TheoryData<string> Activities => [.. Repository.ResourceFiles.Where(file => file.Contains("/ActivityDefinition-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Activities))]
    public void Activity_builds_a_resource_that_parses_strictly(string file)
    {
        var definition = Repository.Json(file);

        var template = ActivityTemplate.Build(definition.GetProperty("url").GetString()!, definition, new ProblemList())!;
        var resource = ResourceCopy.Write(template.Resource, [new ElementChange(template.Subject, writer => writer.WriteStringValue("Patient/pt"))])!.Value;

        Assert.Equal(definition.GetProperty("kind").GetString(), ParseStrictly(resource).TypeName);
    }

    [Fact]
    public void An_active_opioid_raises_a_critical_finding_whose_removal_names_the_naltrexone_draft()
    {
        var finding = Evaluate().First(f => f.Rule.Code == "PW-01");

        Assert.Equal((Indicator.Critical, true, null), (finding.Indicator, finding.Evaluated, finding.FailureReason));
        Assert.True(finding.Summary.Length < 140);
        Assert.Contains(finding.Suggestions.SelectMany(s => s.Actions), a => a is { Type: SuggestedActionType.Delete, ResourceId: "MedicationRequest/nal" });
    }

    [Fact]
    public void Everything_suggested_for_a_chart_with_an_opioid_parses_strictly()
    {
        var resources = Evaluate().SelectMany(f => f.Suggestions).SelectMany(s => s.Actions).Where(a => a.Type != SuggestedActionType.Delete).ToList();

        Assert.NotEmpty(resources);
        Assert.All(resources, action => ParseStrictly(action.Resource));
    }

    [Fact]
    public void The_same_call_gives_the_same_findings_to_the_byte() => Assert.Equal(Shown(Evaluate()), Shown(Evaluate()));

    private static IReadOnlyList<Finding> Evaluate()
    {
        var chart = TestChart.With(Request("nal", "draft", "1483744", "2026-11-22T09:00:00-05:00")) with
        {
            Resources = [JsonElement.Parse("""{"resourceType":"Patient","id":"pt"}"""), JsonElement.Parse(Request("oxy", "active", "1049621", "2026-11-01T09:00:00-05:00"))],
        };
        return StartSafety.Evaluate("order-sign", chart, TestChart.Now);
    }

    private static string Request(string id, string status, string code, string authoredOn)
        => $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"{{status}}","intent":"order","subject":{"reference":"Patient/pt"},"authoredOn":"{{authoredOn}}",
         "medicationCodeableConcept":{"coding":[{"system":"{{RxNorm}}","code":"{{code}}"} ] } }
        """;

    private static string Shown(IReadOnlyList<Finding> findings) => string.Join('\n', findings.Select(f =>
        $"{f.Id} {f.Rule.Code} {f.Summary} {f.Detail} {string.Join(' ', f.Suggestions.Select(s => $"{s.Id} {s.Label} {string.Join(' ', s.Actions.Select(a => Encoding.UTF8.GetString(a.Resource.Span)))}"))}"));

    private static Resource ParseStrictly(ReadOnlyMemory<byte> resource)
        => new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict)).DeserializeResource(Encoding.UTF8.GetString(resource.Span));
}
