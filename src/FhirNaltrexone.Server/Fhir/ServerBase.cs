namespace FhirNaltrexone.Server.Fhir;

/// <summary>The base URL of the FHIR interface as clients know it: the setting <c>Rest:PublicBase</c>, or else the address a request came to.</summary>
internal sealed class ServerBase
{
    /// <summary>Path of the interface on this server.</summary>
    public const string Path = "/fhir";

    private const string DefaultUrls = "http://127.0.0.1:5080;http://localhost:5080";

    private readonly string? _public;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">All settings.</param>
    public ServerBase(IConfiguration configuration)
    {
        _public = configuration["Rest:PublicBase"]?.TrimEnd('/');
        Known = [.. Read(_public, configuration["urls"])];
    }

    /// <summary>Whether a setting says by which base clients know this server; then no other counts.</summary>
    public bool IsPublic => _public is not null;

    /// <summary>The bases this server is known by, as far as its settings tell: a reference below one of them is one of ours.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>The base for the answer to a request, without slash at the end.</summary>
    /// <param name="request">The request.</param>
    public string Of(HttpRequest request)
        => _public ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{Path}";

    private static IEnumerable<string> Read(string? publicBase, string? urls)
    {
        var local = (string.IsNullOrEmpty(urls) ? DefaultUrls : urls)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => url.TrimEnd('/') + Path);
        return publicBase is null ? local : local.Prepend(publicBase);
    }
}
