using FhirNaltrexone.Server.Loading.Work;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Loading;

/// <summary>Registers what the verb <c>load</c> needs beside the FHIR interface.</summary>
internal static class LoadingServices
{
    /// <summary>Adds loading.</summary>
    public static IServiceCollection AddLoading(this IServiceCollection services)
    {
        services.AddSingleton(provider => new GroupUpdates(
            provider.GetRequiredService<IResourceStore>(),
            provider.GetRequiredService<IndexExtractor>().Extract,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<InteractionOptions>>().Value));
        services.AddSingleton<ItemPreparation>();
        services.AddSingleton(provider => new LoadTarget(provider.GetRequiredService<GroupUpdates>(), (_, _) => throw new NotSupportedException()));
        return services;
    }
}
