using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>
/// References. One to a contained resource gives no entry of its own, but the contained resource's, for chains. A canonical is kept by its URL
/// without version and fragment; below one of our bases, or relative, it also counts as a local reference.
/// </summary>
internal static class ReferenceValues
{
    public static ValueRule? Rule(string type) => type switch
    {
        "Reference" => Reference,
        _ when IsCanonical(type) => Canonical,
        "Resource" => static (extraction, value, _) => extraction.Contained("", value),
        _ => null,
    };

    /// <summary>Whether values of a type are canonical URLs where a reference is expected.</summary>
    public static bool IsCanonical(string type) => type is "canonical" or "uri" or "url";

    private static void Reference(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.Text("reference"u8) is { } url && !IsContained(extraction, url)) extraction.Reference(ReferenceTarget.Parse(url, extraction.Options.Bases));
        if (value.Member("identifier"u8) is { } identifier) extraction.Identifier(identifier.Text("value"u8), identifier.Text("system"u8));
        extraction.Text(value.Text("display"u8));
    }

    private static void Canonical(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.SafeText() is not { } text || IsContained(extraction, text)) return;
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        if (fragment > 0) text = text[..fragment];
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        var url = bar < 0 ? text : text[..bar];
        if (url.Length == 0) return;
        var local = ReferenceTarget.Parse(url, extraction.Options.Bases);
        if (local.Type is not null) extraction.Reference(local);
        if (local.Type is null || url.Contains(':', StringComparison.Ordinal))
            extraction.Canonical(url, bar < 0 || bar + 1 == text.Length ? null : text[(bar + 1)..]);
    }

    private static bool IsContained(Extraction extraction, string url)
    {
        if (url[0] != '#') return false;
        if (extraction.Context.Contained(url[1..]) is { } contained) extraction.Contained(url[1..], contained);
        return true;
    }
}
