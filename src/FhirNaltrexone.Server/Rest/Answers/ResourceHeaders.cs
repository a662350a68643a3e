using System.Globalization;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>Values of headers that tell of one version (FHIR R4, http, versioning).</summary>
internal static class ResourceHeaders
{
    /// <summary>Weak entity tag.</summary>
    public static string ETag(ResourceVersion version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version.Version}\"");

    /// <summary>Last-Modified, in whole seconds.</summary>
    public static string LastModified(ResourceVersion version) => version.LastUpdated.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Address of the version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="address">Base URL.</param>
    public static string Location(ResourceVersion version, string address)
        => string.Create(CultureInfo.InvariantCulture, $"{address}/{version.Key}/_history/{version.Version}");
}
