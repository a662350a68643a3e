namespace FhirNaltrexone.Server.Operations;

/// <summary>The base URL of the FHIR interface, for requests that do not pass through its edge.</summary>
internal sealed class ServerBase(IConfiguration configuration)
{
    /// <summary>Path of the interface on this server.</summary>
    public const string Path = "/fhir";

    private readonly string? _public = configuration["Rest:PublicBase"]?.TrimEnd('/');

    /// <summary>The base for the answer to a request, without slash at the end.</summary>
    public string Of(HttpRequest request)
        => string.IsNullOrEmpty(_public) ? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{Path}" : _public;
}
