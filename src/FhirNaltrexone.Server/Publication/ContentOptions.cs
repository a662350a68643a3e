namespace FhirNaltrexone.Server.Publication;

/// <summary>What becomes of the content that travels with the service. Section <c>Content</c> of the configuration.</summary>
internal sealed class ContentOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Content";

    /// <summary>Whether it is published under the FHIR base, to be read and searched.</summary>
    public bool Publish { get; set; } = true;
}
