using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Reports;

/// <summary>Writes what came of a script as TestReport (FHIR R4).</summary>
internal static class TestReportJson
{
    private const string Tester = "FhirNaltrexone";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The TestReport as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write(RunReport report)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Indented);
        json.WriteStartObject();
        json.WriteString("resourceType", "TestReport");
        json.WriteString("name", report.Script.Name);
        json.WriteString("status", "completed");
        WriteScript(json, report.Script);
        json.WriteString("result", report.IsPassed ? "pass" : "fail");
        if (report.Tests.Count > 0) json.WriteNumber("score", Math.Round(100m * report.Passed / report.Tests.Count, 1));
        json.WriteString("tester", Tester);
        json.WriteString("issued", report.Issued.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        WriteServer(json, report.Server);
        WritePart(json, "setup", report.Setup);
        WriteTests(json, report.Tests);
        WritePart(json, "teardown", report.Teardown);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteScript(Utf8JsonWriter json, TestScript script)
    {
        json.WriteStartObject("testScript");
        json.WriteString("reference", script.Url);
        json.WriteString("display", script.Name);
        json.WriteEndObject();
    }

    private static void WriteServer(Utf8JsonWriter json, string server)
    {
        json.WriteStartArray("participant");
        json.WriteStartObject();
        json.WriteString("type", "server");
        json.WriteString("uri", server);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, string name, IReadOnlyList<ActionReport> actions)
    {
        if (actions.Count == 0) return;
        json.WriteStartObject(name);
        WriteActions(json, actions);
        json.WriteEndObject();
    }

    private static void WriteTests(Utf8JsonWriter json, IReadOnlyList<TestRecord> tests)
    {
        if (tests.Count == 0) return;
        json.WriteStartArray("test");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            if (test.Name is { Length: > 0 } name) json.WriteString("name", name);
            if (test.Description is { Length: > 0 } description) json.WriteString("description", description);
            WriteActions(json, test.Actions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteActions(Utf8JsonWriter json, IReadOnlyList<ActionReport> actions)
    {
        json.WriteStartArray("action");
        foreach (var action in actions)
        {
            json.WriteStartObject();
            json.WriteStartObject(action.IsOperation ? "operation" : "assert");
            json.WriteString("result", action.Outcome.ToString().ToLowerInvariant());
            if (action.Message is { Length: > 0 } message) json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
