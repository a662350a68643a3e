using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>Records as a transaction.</summary>
public static class ExtractionBundle
{
    /// <summary>The Bundle.</summary>
    /// <param name="records">The records.</param>
    public static JsonObject Of(IEnumerable<ExtractedRecord> records)
    {
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction" };
        var entries = new JsonArray([.. records.Select(Entry)]);
        if (entries.Count > 0) bundle["entry"] = entries;
        return bundle;
    }

    private static JsonNode Entry(ExtractedRecord record)
    {
        var request = new JsonObject { ["method"] = record.Method, ["url"] = record.Url };
        foreach (var (name, value) in record.Conditions) request[name] = value;
        return record.Resource is { } resource
            ? new JsonObject { ["fullUrl"] = record.FullUrl ?? $"urn:uuid:{record.Id}", ["resource"] = resource, ["request"] = request }
            : new JsonObject { ["request"] = request };
    }
}
