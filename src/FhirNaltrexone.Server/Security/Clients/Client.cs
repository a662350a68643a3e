using System.Collections.Frozen;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Clients;

/// <summary>A registered client, as it was configured at start.</summary>
internal sealed class Client
{
    private const string AllServices = "*";

    private readonly FrozenSet<string> _algorithms;
    private readonly FrozenSet<string> _tenants;
    private readonly FrozenSet<string> _services;
    private readonly Caller _caller;

    /// <summary>Takes over validated settings.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="keys">Its public keys.</param>
    public Client(ClientOptions options, CachedKeys keys)
    {
        Id = options.Id;
        Name = options.Name ?? options.Id;
        Issuer = options.Issuer ?? options.Id;
        KeySetAddress = options.JwksUri;
        Scopes = options.Scopes ?? string.Empty;
        Keys = keys;
        _algorithms = (options.Algorithms.Count > 0 ? options.Algorithms : SignatureAlgorithm.Defaults).ToFrozenSet(StringComparer.Ordinal);
        _tenants = options.Tenants.ToFrozenSet(StringComparer.Ordinal);
        _services = options.Services.ToFrozenSet(StringComparer.Ordinal);
        _caller = new Caller
        {
            Id = Id,
            Issuer = Issuer,
            IsRegistered = true,
            Purpose = options.Purpose,
            Organization = options.Organization,
            IsProgramme = options.Programme,
            RecordsConsents = options.RecordsConsents,
            ChoosesIds = options.ChoosesIds,
            IsRecordHolder = options.RecordHolder,
        };
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its name for people.</summary>
    public string Name { get; }

    /// <summary>Issuer of the tokens it signs.</summary>
    public string Issuer { get; }

    /// <summary>The only <c>jku</c> its tokens may name; null for none.</summary>
    public string? KeySetAddress { get; }

    /// <summary>SMART scopes it is registered for, space between them.</summary>
    public string Scopes { get; }

    /// <summary>Its public keys.</summary>
    public CachedKeys Keys { get; }

    /// <summary>Whether it may call any CDS service.</summary>
    public bool MayCallServices => _services.Count > 0;

    /// <summary>Whether it may call every CDS service.</summary>
    public bool MayCallAllServices => _services.Contains(AllServices);

    /// <summary>Whether it may sign with an algorithm.</summary>
    public bool MaySignWith(string algorithm) => _algorithms.Contains(algorithm);

    /// <summary>Whether it may name a tenant, or none.</summary>
    public bool MayNameTenant(string? tenant) => _tenants.Count == 0 || (tenant is not null && _tenants.Contains(tenant));

    /// <summary>Whether it may call a CDS service.</summary>
    public bool MayCall(string service) => MayCallAllServices || _services.Contains(service);

    /// <summary>The client as caller of one request, without any scope.</summary>
    /// <param name="token">Id of its token; null for what is done for it without a request.</param>
    /// <param name="tenant">Tenant it named.</param>
    public Caller Act(string? token, string? tenant) => _caller with { Token = token, Tenant = tenant };
}
