using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>The base URL of the FHIR interface as clients know it.</summary>
internal sealed class BaseUrls(IOptions<RestOptions> options, IConfiguration configuration)
{
    /// <summary>Path of the interface on this server.</summary>
    public const string Path = "/fhir";

    private const string DefaultUrls = "http://127.0.0.1:5080;http://localhost:5080";

    /// <summary>The bases this server is known by, as far as its settings tell: a reference below one of them is one of ours.</summary>
    public IReadOnlyList<string> Known { get; } = [.. Read(options.Value.PublicBase, configuration["urls"])];

    /// <summary>The base for the answer to a request, without slash at the end.</summary>
    /// <param name="request">The request.</param>
    public string Of(HttpRequest request)
        => options.Value.PublicBase?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}{Path}";

    private static IEnumerable<string> Read(string? publicBase, string? urls)
    {
        var local = (string.IsNullOrEmpty(urls) ? DefaultUrls : urls)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => url.TrimEnd('/') + Path);
        return publicBase is null ? local : local.Prepend(publicBase.TrimEnd('/'));
    }
}
