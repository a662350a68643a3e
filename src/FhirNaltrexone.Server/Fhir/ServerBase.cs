namespace FhirNaltrexone.Server.Fhir;

/// <summary>The base URL of the FHIR interface as clients know it: the one the settings name, or else the address a request came to.</summary>
internal sealed class ServerBase
{
    /// <summary>Path of the interface on this server.</summary>
    public const string Path = "/fhir";

    private readonly string? _public;

    /// <summary>Takes what the settings say.</summary>
    /// <param name="publicBase">Base by which clients know the interface; null when the settings name none.</param>
    /// <param name="origins">Addresses the service listens at, without slash at the end; not empty.</param>
    public ServerBase(string? publicBase, IEnumerable<string> origins)
    {
        _public = string.IsNullOrEmpty(publicBase) ? null : publicBase.TrimEnd('/');
        Known = [.. _public is null ? Array.Empty<string>() : [_public], .. origins.Select(origin => origin + Path)];
    }

    /// <summary>Whether a setting says by which base clients know this server; then no other counts.</summary>
    public bool IsPublic => _public is not null;

    /// <summary>The bases this server is known by, as far as its settings tell: a reference below one of them is one of ours.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>The base for the answer to a request, without slash at the end.</summary>
    /// <param name="request">The request.</param>
    public string Of(HttpRequest request)
        => _public ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{Path}";
}
