using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>A Bundle of type batch-response or transaction-response.</summary>
/// <param name="isTransaction">Which of the two.</param>
/// <param name="address">Base URL.</param>
/// <param name="entries">Answers in the order of the request.</param>
internal sealed class ResponseBody(bool isTransaction, string address, IReadOnlyList<ResponseEntry> entries) : AnswerBody
{
    public override bool IsLarge => entries.Count > 0;

    public override async ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle");
        DisclosureNotes.Write(json, entries.Where(entry => entry is { Body: not null, Version: not null }).Select(entry => entry.Version!.Json));
        json.WriteString("type"u8, isTransaction ? "transaction-response" : "batch-response");
        if (entries.Count > 0)
        {
            json.WriteStartArray("entry"u8);
            var meter = new FlushMeter();
            foreach (var entry in entries)
            {
                await WriteAsync(json, entry, flush).ConfigureAwait(false);
                if (meter.IsDue(json)) await flush().ConfigureAwait(false);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private async ValueTask WriteAsync(Utf8JsonWriter json, ResponseEntry entry, Func<ValueTask> flush)
    {
        json.WriteStartObject();
        if (entry.Version is { IsDeleted: false } version) json.WriteString("fullUrl"u8, $"{address}/{version.Key}");
        if (entry.Body is { } body)
        {
            json.WritePropertyName("resource"u8);
            await body.WriteAsync(json, flush).ConfigureAwait(false);
        }

        json.WriteStartObject("response"u8);
        json.WriteString("status"u8, entry.Status.ToString(CultureInfo.InvariantCulture));
        if (entry.Version is { } about) WriteVersion(json, about);
        if (entry.Issues.Count > 0)
        {
            json.WritePropertyName("outcome"u8);
            OperationOutcomeJson.Write(json, entry.Issues);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteVersion(Utf8JsonWriter json, ResourceVersion version)
    {
        if (!version.IsDeleted) json.WriteString("location"u8, ResourceHeaders.Location(version, address));
        json.WriteString("etag"u8, ResourceHeaders.ETag(version));
        json.WriteString("lastModified"u8, FhirInstant.Write(version.LastUpdated));
    }
}
