namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Media types as scripts name them.</summary>
internal static class ScriptMediaTypes
{
    /// <summary>FHIR in JSON.</summary>
    public const string Json = "application/fhir+json";

    private const string Xml = "application/fhir+xml";

    /// <summary>The media type a code stands for: <c>json</c> and <c>xml</c> are short for those of FHIR.</summary>
    public static string Of(string? code) => code switch
    {
        null or "json" => Json,
        "xml" => Xml,
        _ => code,
    };

    /// <summary>Whether it is FHIR in XML.</summary>
    public static bool IsXml(string type) => Bare(type) is Xml or "application/xml" or "text/xml";

    /// <summary>Whether two media types are the same but for parameters and case.</summary>
    public static bool AreSame(string one, string other) => Bare(one) == Bare(other);

    private static string Bare(string type) => type.Split(';')[0].Trim().ToLowerInvariant();
}
