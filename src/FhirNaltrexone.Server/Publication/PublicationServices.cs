using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Publishing;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Publication;

/// <summary>Registers the slice.</summary>
internal static class PublicationServices
{
    /// <summary>Adds the publication of the content under the FHIR base.</summary>
    public static IServiceCollection AddPublication(this IServiceCollection services)
    {
        services.AddOptions<ContentOptions>().BindKnown(ContentOptions.Section).ValidateOnStart();
        services.AddSingleton<PublicationState>();
        services.AddSingleton(provider => new Publications(
            provider.GetRequiredService<IResourceStore>(),
            provider.GetRequiredService<IndexExtractor>().Extract,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<InteractionOptions>>().Value));
        services.AddHostedService<PublicationWork>();
        services.AddHealthChecks().AddCheck<PublicationHealth>("content");
        return services;
    }
}
