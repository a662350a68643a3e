using System.Collections.Frozen;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Clients;

/// <summary>The registered clients as they may act without a request: with all scopes of their registration, and no more.</summary>
internal sealed class StandingCallers(ClientRegistry clients, ScopeReader reader)
{
    // Scopes with queries ask the terminology, which reads the store: not before somebody asks, and not as whoever happens to be the first.
    private readonly Lazy<FrozenDictionary<string, Caller>> _callers = new(() => Read(clients, reader));

    /// <summary>The client with a code; null when it is not registered.</summary>
    /// <param name="code">See <see cref="Ownership.CodeOf"/>; null for nobody.</param>
    public Caller? Find(string? code) => code is null ? null : _callers.Value.GetValueOrDefault(code);

    private static FrozenDictionary<string, Caller> Read(ClientRegistry clients, ScopeReader reader)
    {
        using var access = AccessContext.Enter(Caller.Service);
        return clients.All.Select(client => client.Act(null, null) with { Grants = reader.ReadAll(client.Scopes).Grants })
            .ToFrozenDictionary(Ownership.CodeOf, StringComparer.Ordinal);
    }
}
