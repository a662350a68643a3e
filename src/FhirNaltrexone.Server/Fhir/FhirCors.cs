namespace FhirNaltrexone.Server.Fhir;

/// <summary>What browsers may do at the FHIR interface.</summary>
internal static class FhirCors
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "fhir";

    /// <summary>Name of the policy for what any page may find out before it is let in.</summary>
    public const string Discovery = "discovery";

    /// <summary>Methods.</summary>
    public static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Headers a page may send.</summary>
    public static readonly string[] RequestHeaders =
    [
        "Accept", "Authorization", "Content-Type", "If-Match", "If-Modified-Since", "If-None-Exist", "If-None-Match", "Prefer", "X-Break-Glass", "X-Medplum",
    ];

    /// <summary>Headers a page may read.</summary>
    public static readonly string[] ResponseHeaders =
    [
        "Content-Location", "ETag", "Last-Modified", "Location", "Preference-Applied", "Retry-After", "WWW-Authenticate", "X-Progress",
    ];
}
