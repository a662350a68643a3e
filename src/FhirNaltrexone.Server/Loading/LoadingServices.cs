using FhirNaltrexone.Server.Loading.Work;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
            provider.GetRequiredService<IOptions<InteractionOptions>>().Value,
            provider.GetServices<WriteCheck>(),
            provider.GetServices<LabelRule>()));
        services.TryAddSingleton(Bundles);
        services.AddSingleton<LoadBundles>();
        services.AddSingleton<ItemPreparation>();
        services.AddSingleton(provider => new LoadTarget(
            provider.GetRequiredService<GroupUpdates>(), provider.GetRequiredService<LoadBundles>().CarryOutAsync));
        return services;
    }

    private static BundleInteractions Bundles(IServiceProvider provider) => new(
        provider.GetRequiredService<IResourceStore>(),
        provider.GetRequiredService<ResourceInteractions>(),
        provider.GetRequiredService<IndexExtractor>().Extract,
        provider.GetRequiredService<ContentReader>(),
        provider.GetRequiredService<SearchRequestReader>(),
        new SearchExecution(provider.GetRequiredService<IOptions<SearchOptions>>().Value),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<InteractionOptions>>().Value,
        provider.GetServices<WriteCheck>(),
        provider.GetServices<LabelRule>());
}
