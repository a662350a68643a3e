namespace FhirNaltrexone.Server.Rest.Negotiation;

/// <summary>How an answer is written.</summary>
/// <param name="IsXml">XML rather than JSON.</param>
/// <param name="MediaType">The name it is answered under, without parameters.</param>
internal sealed record FhirFormat(bool IsXml, string MediaType)
{
    /// <summary>JSON by its own name; what is answered when nothing else was agreed on.</summary>
    public static FhirFormat Json { get; } = new(false, "application/fhir+json");

    /// <summary>XML by its own name.</summary>
    public static FhirFormat Xml { get; } = new(true, "application/fhir+xml");

    /// <summary>Value of Content-Type.</summary>
    public string ContentType => MediaType + "; charset=utf-8";

    /// <summary>The format with a name: a media type of FHIR R4, an old or general one that is answered under its own name, or a short form.</summary>
    /// <param name="name">In lower case, without parameters.</param>
    /// <returns>Null for any other name.</returns>
    public static FhirFormat? Find(string name) => name switch
    {
        "application/fhir+json" or "application/json+fhir" or "json" => Json,
        "application/fhir+xml" or "application/xml+fhir" or "xml" => Xml,
        "application/json" or "text/json" => new(false, name),
        "application/xml" or "text/xml" => new(true, name),
        _ => null,
    };
}
