using FhirNaltrexone.Server.Loading.Work;
using FhirNaltrexone.Storage.Interactions;

namespace FhirNaltrexone.Server.Loading;

/// <summary>Registers what the verb <c>load</c> needs beside the interactions.</summary>
internal static class LoadingServices
{
    /// <summary>Adds loading.</summary>
    public static IServiceCollection AddLoading(this IServiceCollection services)
    {
        services.AddSingleton<LoadBundles>();
        services.AddSingleton<ItemPreparation>();
        services.AddSingleton(provider => new LoadTarget(
            provider.GetRequiredService<GroupUpdates>(), provider.GetRequiredService<LoadBundles>().CarryOutAsync));
        return services;
    }
}
