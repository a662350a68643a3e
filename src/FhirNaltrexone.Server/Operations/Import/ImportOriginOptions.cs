namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>A server that inputs may be fetched from.</summary>
internal sealed class ImportOriginOptions
{
    /// <summary>Scheme, host and port, such as <c>https://files.example.org</c>; a path is ignored. http is accepted in Development only.</summary>
    public string Origin { get; set; } = string.Empty;

    /// <summary>Whether the host may have a private, loopback or link-local address, as inside a hospital's own network.</summary>
    public bool AllowPrivateNetwork { get; set; }
}
