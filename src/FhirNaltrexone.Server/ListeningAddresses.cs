using System.Net;

namespace FhirNaltrexone.Server;

/// <summary>Where the web server is told to listen, by the setting <c>urls</c>, by ports, or by <c>Kestrel:Endpoints</c>.</summary>
internal static class ListeningAddresses
{
    /// <summary>Where it listens when it is told nothing: reachable from the same machine only.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private static readonly string[] OwnNames = [IPAddress.Loopback.ToString(), "localhost"];

    /// <summary>Whether it is told anything.</summary>
    public static bool AreGiven(IConfiguration configuration) => All(configuration).Any();

    /// <summary>Whether only this machine can reach the service. All ways of telling it count, also those another one outdoes.</summary>
    public static bool AreLoopback(IConfiguration configuration) => All(configuration).All(IsLoopback);

    /// <summary>Whether others can reach it by plain http; again all ways count.</summary>
    public static bool ArePlain(IConfiguration configuration)
        => All(configuration).Any(address => !IsLoopback(address) && !address.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// How clients can address the service, as far as the settings tell: scheme, host and port, without slash at the end. Only the way that the web
    /// server follows counts. An address of this machine, or of all its networks, goes by the names of this machine.
    /// </summary>
    public static IEnumerable<string> Origins(IConfiguration configuration)
        => (new[] { Endpoints(configuration), Urls(configuration), Ports(configuration) }.FirstOrDefault(way => way.Any()) ?? [])
            .Select(Parse).OfType<BindingAddress>().Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
            .DefaultIfEmpty(BindingAddress.Parse(Default))
            .SelectMany(address => Names(address.Host).Select(host => Origin(address, host)).OfType<string>())
            .Distinct();

    private static IEnumerable<string> All(IConfiguration configuration) => [.. Endpoints(configuration), .. Urls(configuration), .. Ports(configuration)];

    private static IEnumerable<string> Endpoints(IConfiguration configuration)
        => configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? string.Empty);

    private static string[] Urls(IConfiguration configuration) => List(configuration["urls"]);

    private static IEnumerable<string> Ports(IConfiguration configuration) =>
    [
        .. List(configuration["http_ports"]).Select(port => $"http://*:{port}"),
        .. List(configuration["https_ports"]).Select(port => $"https://*:{port}"),
    ];

    private static string[] List(string? text)
        => (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string address) => Parse(address) is { } parsed && IsLoopbackHost(parsed.Host);

    private static bool IsLoopbackHost(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    private static string[] Names(string host) => host switch
    {
        "*" or "+" => OwnNames,
        _ when IPAddress.TryParse(host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)) => OwnNames,
        _ when IsLoopbackHost(host) => [host, .. OwnNames],
        _ => [host],
    };

    private static string? Origin(BindingAddress address, string host)
        => Uri.TryCreate($"{address.Scheme}://{host}:{address.Port}", UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;

    private static BindingAddress? Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
