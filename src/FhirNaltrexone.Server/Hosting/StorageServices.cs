using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Opens the database once for all slices.</summary>
internal static class StorageServices
{
    /// <summary>Adds what is kept in the database.</summary>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => ResourceStores.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Resources);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Secrets);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Feedback);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Snoozes);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Subscriptions);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().UsedTokens);
    }
}
