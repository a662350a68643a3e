using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Bodies;

/// <summary>Media types of request bodies.</summary>
internal static class ContentTypes
{
    /// <summary>JSON Patch.</summary>
    public const string JsonPatch = "application/json-patch+json";

    /// <summary>Parameters of a search.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>The refusal of a body in a format nobody reads here.</summary>
    public static Refusal Unsupported(string expected)
        => new(StatusCodes.Status415UnsupportedMediaType, IssueCodes.NotSupported, $"Send the body as {expected} in UTF-8, in FHIR version 4.0.");

    /// <summary>The media type without parameters in lower case; null when the header cannot be read, names another FHIR version or another charset. A missing header means JSON.</summary>
    /// <param name="header">Value of Content-Type.</param>
    public static string? Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return FhirFormat.Json.MediaType;
        if (!MediaTypeHeaderValue.TryParse(header, out var type) || !FhirVersions.IsOurs(type) || !IsUtf8(type)) return null;
        return type.MediaType.ToString().ToLowerInvariant();
    }

    private static bool IsUtf8(MediaTypeHeaderValue type)
        => type.Charset.Value?.Trim('"').ToLowerInvariant() is null or "" or "utf-8" or "utf8" or "us-ascii";
}
