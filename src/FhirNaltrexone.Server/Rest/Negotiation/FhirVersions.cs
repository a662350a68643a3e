using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Negotiation;

/// <summary>The parameter <c>fhirVersion</c> of media types (FHIR R4, versioning).</summary>
internal static class FhirVersions
{
    private const string Parameter = "fhirVersion";

    /// <summary>Whether a media type names no version, or this server's.</summary>
    /// <param name="type">A media type with its parameters.</param>
    public static bool IsOurs(MediaTypeHeaderValue type)
        => type.Parameters.FirstOrDefault(one => one.Name.Equals(Parameter, StringComparison.OrdinalIgnoreCase)) is not { } version
            || version.Value.ToString().Trim('"') is "4.0" or "4.0.1" or "4";
}
