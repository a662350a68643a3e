using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>Writes issues as a FHIR R4 OperationOutcome in JSON.</summary>
public static class OperationOutcomeJson
{
    private const string Messages = $"{Systems.Own}/CodeSystem/validation-messages";
    private const string FileUrl = "http://hl7.org/fhir/StructureDefinition/operationoutcome-file";
    private const string LineUrl = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private const string ColumnUrl = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";

    /// <summary>The OperationOutcome as UTF-8 bytes.</summary>
    /// <param name="issues">At least one.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<Issue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, issues);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes the OperationOutcome as the next value of a larger document.</summary>
    /// <param name="json">Receives one object.</param>
    /// <param name="issues">At least one.</param>
    /// <param name="file">Name of the file the issues are about; null for none.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Issue> issues, string? file = null)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        if (file is not null) WriteFile(json, file);
        json.WriteStartArray("issue");
        foreach (var issue in issues)
        {
            Write(json, issue);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Issue issue)
    {
        json.WriteStartObject();
        if (issue is { Line: { } line, Column: { } column }) WritePosition(json, line, column);
        json.WriteString("severity", Severity(issue.Severity));
        json.WriteString("code", issue.Code);
        if (issue.MessageId is { } message) WriteMessage(json, message);
        json.WriteString("diagnostics", issue.Text);
        if (issue.Expression is { Length: > 0 } expression)
        {
            json.WriteStartArray("expression");
            json.WriteStringValue(expression);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The element <c>location</c> is deprecated; these extensions are what validators write instead.</summary>
    private static void WritePosition(Utf8JsonWriter json, int line, int column)
    {
        json.WriteStartArray("extension");
        WriteInteger(json, LineUrl, line);
        WriteInteger(json, ColumnUrl, column);
        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, string file)
    {
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", FileUrl);
        json.WriteString("valueString", file);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteInteger(Utf8JsonWriter json, string url, int value)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteNumber("valueInteger", value);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string message)
    {
        json.WriteStartObject("details");
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", Messages);
        json.WriteString("code", message);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Severity(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Fatal => "fatal",
        IssueSeverity.Warning => "warning",
        IssueSeverity.Information => "information",
        _ => "error",
    };
}
