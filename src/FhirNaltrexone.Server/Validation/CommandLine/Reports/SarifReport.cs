using System.Reflection;
using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine.Reports;

/// <summary>SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.</summary>
internal sealed class SarifReport : IValidationReport
{
    private readonly Utf8JsonWriter _json;
    private readonly SortedSet<string> _rules = new(StringComparer.Ordinal);

    public SarifReport(Stream output)
    {
        _json = new(output, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartArray("results");
    }

    public void Add(CheckedItem item)
    {
        foreach (var issue in item.Result.Issues) Write(item, issue);
    }

    public void Dispose()
    {
        _json.WriteEndArray();
        WriteTool();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void Write(CheckedItem item, Issue issue)
    {
        var rule = issue.MessageId ?? issue.Code;
        _rules.Add(rule);
        _json.WriteStartObject();
        _json.WriteString("ruleId", rule);
        _json.WriteString("level", Level(issue.Severity));
        _json.WriteStartObject("message");
        _json.WriteString("text", issue.Text);
        _json.WriteEndObject();
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        WritePlace(item, issue);
        if (issue.Expression is { } expression) WriteExpression(expression);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WritePlace(CheckedItem item, Issue issue)
    {
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", string.Join('/', item.File.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)));
        _json.WriteEndObject();
        if (item.LineOf(issue) is { } line)
        {
            _json.WriteStartObject("region");
            _json.WriteNumber("startLine", line);
            if (issue.Column is { } column) _json.WriteNumber("startColumn", column);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteExpression(string expression)
    {
        _json.WriteStartArray("logicalLocations");
        _json.WriteStartObject();
        _json.WriteString("fullyQualifiedName", expression);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "FhirNaltrexone");
        _json.WriteString("version", Assembly.GetExecutingAssembly().GetName().Version!.ToString(3));
        _json.WriteStartArray("rules");
        foreach (var rule in _rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id", rule);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private static string Level(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Warning => "warning",
        IssueSeverity.Information => "note",
        _ => "error",
    };
}
