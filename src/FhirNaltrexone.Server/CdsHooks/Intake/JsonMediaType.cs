using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>Which request bodies are read as JSON. Clients still send the media types of FHIR DSTU1 and of old browsers.</summary>
internal static class JsonMediaType
{
    /// <summary>Whether the header names JSON in UTF-8. A missing header is taken as JSON.</summary>
    public static bool IsJson(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType) || contentType == "application/json")
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(contentType, out var type) && IsJson(type) && IsUtf8(type.Charset.Value);
    }

    private static bool IsJson(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/json" or "text/json" or "application/json+fhir" => true,
        { } other => other.StartsWith("application/", StringComparison.Ordinal) && other.EndsWith("+json", StringComparison.Ordinal),
        null => false,
    };

    private static bool IsUtf8(string? charset)
        => string.IsNullOrEmpty(charset) || charset.Trim('"').ToLowerInvariant() is "utf-8" or "utf8" or "us-ascii";
}
