using System.Collections.Frozen;
using System.Text;
using FhirNaltrexone.Server.Security.Keys;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Clients;

/// <summary>The registered clients. The list is that of the start; keys change under it.</summary>
internal sealed class ClientRegistry
{
    private readonly FrozenDictionary<string, Client> _byIssuer;
    private readonly FrozenDictionary<string, Client> _byId;

    /// <summary>Takes over validated settings.</summary>
    public ClientRegistry(IOptions<SecurityOptions> options, KeySetSources sources)
    {
        Client[] clients = [.. options.Value.Clients.Select(client => new Client(client, Keys(client, sources)))];
        _byIssuer = clients.ToFrozenDictionary(client => client.Issuer, StringComparer.Ordinal);
        _byId = clients.ToFrozenDictionary(client => client.Id, StringComparer.Ordinal);
    }

    /// <summary>The client that signs as an issuer; null when there is none.</summary>
    public Client? FindByIssuer(string issuer) => _byIssuer.GetValueOrDefault(issuer);

    /// <summary>The client with an id; null when there is none.</summary>
    public Client? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Client> All => _byId.Values;

    private static CachedKeys Keys(ClientOptions client, KeySetSources sources) => client switch
    {
        { Jwks: { } text } => CachedKeys.Fixed(KeySetReader.Read(Encoding.UTF8.GetBytes(text))!),
        { JwksFile: { } file } => sources.File(client.Id, file),
        _ => sources.Address(client.Id, new Uri(client.JwksUri!)),
    };
}
