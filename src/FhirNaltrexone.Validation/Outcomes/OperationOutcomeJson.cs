using System.Buffers;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>Writes issues as a FHIR R4 OperationOutcome in JSON.</summary>
public static class OperationOutcomeJson
{
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
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Issue> issues)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
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
        json.WriteString("severity", Severity(issue.Severity));
        json.WriteString("code", issue.Code);
        json.WriteString("diagnostics", issue.Text);
        if (issue.Expression is { Length: > 0 } expression)
        {
            json.WriteStartArray("expression");
            json.WriteStringValue(expression);
            json.WriteEndArray();
        }

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
