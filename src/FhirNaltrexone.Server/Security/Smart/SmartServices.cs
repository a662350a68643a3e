using FhirNaltrexone.Server.Security.Smart.Scopes;

namespace FhirNaltrexone.Server.Security.Smart;

/// <summary>SMART App Launch: scopes, addresses, tokens.</summary>
internal static class SmartServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSmart(this IServiceCollection services)
    {
        services.AddSingleton<SmartAddresses>();
        services.AddSingleton<ScopeReader>();
        return services;
    }
}
