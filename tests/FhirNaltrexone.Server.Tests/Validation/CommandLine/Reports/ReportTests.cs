using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FhirNaltrexone.Server.Validation.CommandLine;
using FhirNaltrexone.Server.Validation.CommandLine.Reports;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Tests.Validation.CommandLine.Reports;

/// <summary>Each format tells the same, in a way its readers understand.</summary>
public sealed class ReportTests
{
    private static readonly CheckedItem[] Items =
    [
        new("in/a b.json", "in/a b.json", 1, new(true, [])),
        new("in/c.ndjson", "in/c.ndjson", 7, new(true, [new Issue("required", "It is missing.", "Patient.name") { MessageId = "NAL-X", Line = 1, Column = 5 }])),
        new("in/d.json", "in/d.json", 1, new(true, [new Issue("code-invalid", "It is unusual.") { Severity = IssueSeverity.Warning, MessageId = "NAL-Y" }])),
        new("in/e.json", "in/e.json", 1, new(false, [new Issue("structure", "It is no <JSON>.")])),
    ];

    [Fact]
    public void Text_is_a_line_for_each_issue_and_the_numbers()
        => Assert.Equal(
            [
                "in/c.ndjson:7:5: error NAL-X: It is missing. [Patient.name]",
                "in/d.json: warning NAL-Y: It is unusual.",
                "in/e.json: refused: It is no <JSON>.",
                "2 valid, 1 invalid, 1 not read.",
            ],
            Write(output => new TextReport(output)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [Fact]
    public void Json_is_a_bundle_of_outcomes_that_is_FHIR_R4()
    {
        var text = Write(output => new OutcomeReport(output));

        var reading = new ContentReader().FromJson(Encoding.UTF8.GetBytes(text));
        Assert.Empty(reading.Issues);
        var outcomes = JsonNode.Parse(text)!["entry"]!.AsArray().Select(entry => entry!["resource"]!).ToList();
        Assert.Equal(["in/a b.json", "in/c.ndjson:7", "in/d.json", "in/e.json"], outcomes.Select(outcome => (string?)outcome["extension"]![0]!["valueString"]));
        Assert.Equal(["information", "error", "warning", "error"], outcomes.Select(outcome => (string?)outcome["issue"]![0]!["severity"]));
    }

    [Fact]
    public void Sarif_names_rule_level_and_place()
    {
        var run = JsonNode.Parse(Write(output => new SarifReport(output)))!["runs"]![0]!;

        Assert.Equal(["NAL-X", "NAL-Y", "structure"], run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string?)rule!["id"]));
        var results = run["results"]!.AsArray();
        Assert.Equal(["error", "warning", "error"], results.Select(result => (string?)result!["level"]));
        var place = results[0]!["locations"]![0]!;
        Assert.Equal("in/c.ndjson", (string?)place["physicalLocation"]!["artifactLocation"]!["uri"]);
        Assert.Equal((7, 5), ((int)place["physicalLocation"]!["region"]!["startLine"]!, (int)place["physicalLocation"]!["region"]!["startColumn"]!));
        Assert.Equal("Patient.name", (string?)place["logicalLocations"]![0]!["fullyQualifiedName"]);
    }

    [Fact]
    public void JUnit_has_a_test_for_each_resource()
    {
        var suite = XDocument.Parse(Write(output => new JUnitReport(output))).Root!.Element("testsuite")!;

        Assert.Equal(("4", "1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Equal(["", "failure", "system-out", "error"], suite.Elements("testcase").Select(test => test.Elements().FirstOrDefault()?.Name.LocalName ?? ""));
        Assert.Equal("in/c.ndjson:7", suite.Elements("testcase").ElementAt(1).Attribute("name")!.Value);
    }

    private static string Write(Func<Stream, IValidationReport> create)
    {
        using var output = new MemoryStream();
        using (var report = create(output))
        {
            foreach (var item in Items) report.Add(item);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
