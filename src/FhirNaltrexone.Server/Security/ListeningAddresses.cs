using System.Net;

namespace FhirNaltrexone.Server.Security;

/// <summary>Where the web server is told to listen. All ways of telling it count, also those another one outdoes.</summary>
internal static class ListeningAddresses
{
    private const char Separator = ';';

    /// <summary>Whether only this machine can reach the service.</summary>
    public static bool AreLoopback(IConfiguration configuration)
        => string.IsNullOrEmpty(configuration["http_ports"])
            && string.IsNullOrEmpty(configuration["https_ports"])
            && Addresses(configuration).All(IsLoopback);

    /// <summary>Whether others can reach it by plain http.</summary>
    public static bool ArePlain(IConfiguration configuration)
        => !string.IsNullOrEmpty(configuration["http_ports"])
            || Addresses(configuration).Any(address => !IsLoopback(address) && !address.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
    [
        .. (configuration["urls"] ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? string.Empty),
    ];

    private static bool IsLoopback(string address)
    {
        try
        {
            var host = BindingAddress.Parse(address).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
