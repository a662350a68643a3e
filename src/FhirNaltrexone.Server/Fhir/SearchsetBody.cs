using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>A Bundle of type searchset, written around the stored bytes.</summary>
internal sealed class SearchsetBody : AnswerBody
{
    /// <summary>Base URL.</summary>
    public required string Base { get; init; }

    /// <summary>Links, self first.</summary>
    public required IReadOnlyList<BundleLink> Links { get; init; }

    /// <summary>Matches, then what comes along with them.</summary>
    public required IReadOnlyList<SearchEntry> Entries { get; init; }

    /// <summary>Number of matches on all pages, when known.</summary>
    public long? Total { get; init; }

    /// <summary>What the client should know of the search.</summary>
    public IReadOnlyList<Issue> Warnings { get; init; } = [];

    /// <summary>What part of the resources is wanted.</summary>
    public ResourceSubset Subset { get; init; } = ResourceSubset.Whole;

    public override bool IsLarge => Entries.Count > 0;

    public override async ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle");
        DisclosureNotes.Write(json, Entries.Select(entry => entry.Version.Json));
        json.WriteString("type"u8, "searchset");
        if (Total is { } total && DisclosureNotes.AreTotalsTold) json.WriteNumber("total"u8, total);
        BundleParts.Write(json, Links);
        if (Entries.Count + Warnings.Count > 0)
        {
            json.WriteStartArray("entry"u8);
            var meter = new FlushMeter();
            foreach (var entry in Entries)
            {
                Write(json, entry);
                if (meter.IsDue(json)) await flush().ConfigureAwait(false);
            }

            WriteWarnings(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, SearchEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl"u8, $"{Base}/{entry.Version.Key}");
        json.WritePropertyName("resource"u8);
        Subset.Write(json, entry.Version.Key.Type, entry.Version.Json);
        WriteMode(json, entry.Mode);
        json.WriteEndObject();
    }

    private void WriteWarnings(Utf8JsonWriter json)
    {
        if (Warnings.Count == 0) return;
        json.WriteStartObject();
        json.WritePropertyName("resource"u8);
        OperationOutcomeJson.Write(json, Warnings);
        WriteMode(json, "outcome");
        json.WriteEndObject();
    }

    private static void WriteMode(Utf8JsonWriter json, string mode)
    {
        json.WriteStartObject("search"u8);
        json.WriteString("mode"u8, mode);
        json.WriteEndObject();
    }
}
