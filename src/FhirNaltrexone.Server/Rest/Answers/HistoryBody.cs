using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>A Bundle of type history (FHIR R4, http, history): newest first; a deletion is an entry without resource.</summary>
internal sealed class HistoryBody : AnswerBody
{
    /// <summary>Base URL.</summary>
    public required string Base { get; init; }

    /// <summary>Links, self first.</summary>
    public required IReadOnlyList<BundleLink> Links { get; init; }

    /// <summary>Versions, newest first.</summary>
    public required IReadOnlyList<ResourceVersion> Versions { get; init; }

    /// <summary>Number of versions on all pages, when known.</summary>
    public long? Total { get; init; }

    /// <summary>What part of the resources is wanted.</summary>
    public ResourceSubset Subset { get; init; } = ResourceSubset.Whole;

    public override bool IsLarge => Versions.Count > 0;

    public override async ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle");
        DisclosureNotes.Write(json, Versions.Where(version => !version.IsDeleted).Select(version => version.Json));
        json.WriteString("type"u8, "history");
        if (Total is { } total && DisclosureNotes.AreTotalsTold) json.WriteNumber("total"u8, total);
        BundleParts.Write(json, Links);
        if (Versions.Count > 0)
        {
            json.WriteStartArray("entry"u8);
            var meter = new FlushMeter();
            foreach (var version in Versions)
            {
                Write(json, version);
                if (meter.IsDue(json)) await flush().ConfigureAwait(false);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, ResourceVersion version)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl"u8, $"{Base}/{version.Key}");
        if (!version.IsDeleted)
        {
            json.WritePropertyName("resource"u8);
            Subset.Write(json, version.Key.Type, version.Json);
        }

        WriteRequest(json, version);
        WriteResponse(json, version);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, ResourceVersion version)
    {
        var (method, url) = version.Change switch
        {
            ResourceChange.Create => ("POST", version.Key.Type),
            ResourceChange.Delete => ("DELETE", version.Key.ToString()),
            ResourceChange.Patch => ("PATCH", version.Key.ToString()),
            _ => ("PUT", version.Key.ToString()),
        };
        json.WriteStartObject("request"u8);
        json.WriteString("method"u8, method);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, ResourceVersion version)
    {
        json.WriteStartObject("response"u8);
        json.WriteString("status"u8, version.Change switch
        {
            ResourceChange.Create or ResourceChange.CreateAs or ResourceChange.Publish => "201",
            ResourceChange.Delete => "204",
            _ => "200",
        });
        json.WriteString("etag"u8, ResourceHeaders.ETag(version));
        json.WriteString("lastModified"u8, FhirInstant.Write(version.LastUpdated));
        json.WriteEndObject();
    }
}
