namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>A FHIR server that calls may name.</summary>
internal sealed class EhrServerOptions
{
    /// <summary>Scheme, host and port, such as <c>https://ehr.example.org</c>; a path is ignored. http is accepted in Development only.</summary>
    public string Origin { get; set; } = string.Empty;

    /// <summary>Whether the host may have a private, loopback or link-local address, as inside a hospital's own network.</summary>
    public bool AllowPrivateNetwork { get; set; }
}
