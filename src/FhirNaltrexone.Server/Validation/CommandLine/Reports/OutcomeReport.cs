using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine.Reports;

/// <summary>A Bundle of type collection with one OperationOutcome for each resource; an extension names the place.</summary>
internal sealed class OutcomeReport : IValidationReport
{
    private static readonly Issue Valid = new(IssueCodes.Informational, "The resource is valid.") { Severity = IssueSeverity.Information };

    private readonly Utf8JsonWriter _json;
    private bool _hasEntry;

    public OutcomeReport(Stream output)
    {
        _json = new(output, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteString("resourceType", "Bundle");
        _json.WriteString("type", "collection");
    }

    public void Add(CheckedItem item)
    {
        if (!_hasEntry) _json.WriteStartArray("entry");
        _hasEntry = true;
        _json.WriteStartObject();
        _json.WritePropertyName("resource");
        OperationOutcomeJson.Write(_json, item.Result.Issues.Count > 0 ? item.Result.Issues : [Valid], item.FirstLine > 1 ? $"{item.Place}:{item.FirstLine}" : item.Place);
        _json.WriteEndObject();
    }

    public void Dispose()
    {
        if (_hasEntry) _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }
}
