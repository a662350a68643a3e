using System.Text.Json;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>What bundles of every type have.</summary>
internal static class BundleParts
{
    /// <summary>Writes the links.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<BundleLink> links)
    {
        json.WriteStartArray("link"u8);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("relation"u8, link.Relation);
            json.WriteString("url"u8, link.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
