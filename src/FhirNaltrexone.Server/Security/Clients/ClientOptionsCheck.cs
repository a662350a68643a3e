using System.Text;
using FhirNaltrexone.Server.Outgoing;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Security.Clients;

/// <summary>Finds what is wrong with registered clients. A misspelt key must not pass for a restriction that was never asked for.</summary>
internal static class ClientOptionsCheck
{
    /// <summary>A sentence for each defect.</summary>
    /// <param name="clients">The clients as bound.</param>
    /// <param name="section">What they were bound from.</param>
    /// <param name="isHttpAllowed">Whether key sets may be fetched without TLS.</param>
    public static IEnumerable<string> Complaints(IList<ClientOptions> clients, IConfigurationSection section, bool isHttpAllowed) =>
    [
        .. section.GetChildren().SelectMany(client => KnownSettings.Unknown(client, typeof(ClientOptions))).Select(path => $"{path} is no setting of a client."),
        .. clients.SelectMany((client, n) => Of(client, isHttpAllowed).Select(complaint => $"{section.Path}:{n} ({client.Id}): {complaint}")),
        .. Twice(clients.Select(client => client.Id)).Select(id => $"{section.Path}: two clients have the id '{id}'."),
        .. Twice(clients.Select(client => client.Issuer ?? client.Id)).Select(issuer => $"{section.Path}: two clients have the issuer '{issuer}'."),
    ];

    private static IEnumerable<string> Twice(IEnumerable<string> values)
        => values.GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static IEnumerable<string> Of(ClientOptions client, bool isHttpAllowed)
    {
        if (client.Id.Length is 0 or > 200 || client.Id.Any(char.IsControl)) yield return "Id must have 1 to 200 characters.";
        if (client.Issuer is { Length: 0 }) yield return "Issuer must not be empty.";
        foreach (var name in client.Algorithms.Where(name => SignatureAlgorithm.Find(name) is null))
            yield return $"Algorithms holds '{name}'; known are {string.Join(", ", SignatureAlgorithm.Names)}.";
        if (!PurposesOfUse.Contains(client.Purpose)) yield return $"Purpose '{client.Purpose}' is no code of v3-PurposeOfUse, such as TREAT, HPAYMT or HOPERAT.";
        if (client.Services.Count == 0 && string.IsNullOrWhiteSpace(client.Scopes)) yield return "it has neither Services nor Scopes: it could do nothing.";
        if (client.Organization is { } organization && !IsOrganization(organization))
            yield return "Organization must be a reference such as Organization/ours, the URL of an Organization, or an identifier such as http://hl7.org/fhir/sid/us-npi|1234567893.";
        if (Keys(client, isHttpAllowed) is { } complaint) yield return complaint;
    }

    private static bool IsOrganization(string text)
    {
        if (text.Any(char.IsWhiteSpace)) return false;
        if (text.Split('|') is [var system, { Length: > 0 }]) return Uri.TryCreate(system, UriKind.Absolute, out _);
        return text.Split('/') is [.., "Organization", var id] && ResourceKey.IsId(id) && (text == $"Organization/{id}" || Uri.TryCreate(text, UriKind.Absolute, out _));
    }

    private static string? Keys(ClientOptions client, bool isHttpAllowed) => (client.Jwks, client.JwksFile, client.JwksUri) switch
    {
        ({ } text, null, null) => KeySetReader.Complain(Encoding.UTF8.GetBytes(text)) is { } complaint ? $"Jwks {complaint}" : null,
        (null, { } file, null) => File(file) is { } complaint ? $"JwksFile {complaint}" : null,
        (null, null, { } address) => Address(address, isHttpAllowed) is { } complaint ? $"JwksUri {complaint}" : null,
        _ => "give exactly one of Jwks, JwksFile and JwksUri.",
    };

    private static string? File(string file)
    {
        try
        {
            return KeySetReader.Complain(System.IO.File.ReadAllBytes(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "cannot be read.";
        }
    }

    private static string? Address(string address, bool isHttpAllowed)
        => AllowedOrigins.Complain(address, isHttpAllowed) ?? (address.Contains('#', StringComparison.Ordinal) ? "must have no fragment." : null);
}
