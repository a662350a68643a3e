using System.Buffers;
using System.Text.Json;

namespace FhirNaltrexone.Server.Outcomes;

/// <summary>Writes errors as a FHIR R4 OperationOutcome.</summary>
internal static class OperationOutcomes
{
    /// <summary>Media type of FHIR resources in JSON.</summary>
    public const string MediaType = "application/fhir+json; charset=utf-8";

    /// <summary>Ends a response with the refusal.</summary>
    public static Task WriteAsync(HttpResponse response, Refusal refusal, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, refusal.Issues);
        }

        response.StatusCode = refusal.Status;
        response.ContentType = MediaType;
        response.ContentLength = buffer.WrittenCount;
        return response.Body.WriteAsync(buffer.WrittenMemory, cancellationToken).AsTask();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Issue> issues)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("severity", "error");
            json.WriteString("code", issue.Code);
            json.WriteString("diagnostics", issue.Text);
            if (issue.Expression is { } expression)
            {
                json.WriteStartArray("expression");
                json.WriteStringValue(expression);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
