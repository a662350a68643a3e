using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>URIs as they stand; a canonical with a version is also found without it.</summary>
internal static class UriValues
{
    public static ValueRule? Rule(string type) => type switch
    {
        "uri" or "url" or "oid" or "uuid" => static (extraction, value, _) => Add(extraction, value.SafeText()),
        "canonical" => Canonical,
        _ => null,
    };

    private static void Canonical(Extraction extraction, JsonElement value, PathBranch branch)
    {
        var text = value.SafeText();
        Add(extraction, text);
        var bar = text?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        if (bar > 0) Add(extraction, text![..bar]);
    }

    private static void Add(Extraction extraction, string? uri)
    {
        if (uri is not null) extraction.Uri(uri);
    }
}
