using System.Collections.Frozen;
using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>The CDS services of this process.</summary>
internal sealed class ServiceCatalogue(IReadOnlyList<ICdsService> services)
{
    private readonly FrozenDictionary<string, ICdsService> _byId = services.ToFrozenDictionary(service => service.Id, StringComparer.Ordinal);

    /// <summary>All services, in the order of the discovery document.</summary>
    public IReadOnlyList<ICdsService> Services => services;

    /// <summary>The service with this id, or null.</summary>
    public ICdsService? Find(string id) => _byId.GetValueOrDefault(id);
}
