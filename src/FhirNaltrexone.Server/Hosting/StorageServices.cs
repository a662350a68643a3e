using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Opens the database once for all slices.</summary>
internal static class StorageServices
{
    /// <summary>Adds what is kept in the database.</summary>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindKnown(StorageOptions.Section).PostConfigure(ReadFile).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, SecretSources>();
        services.AddSingleton(provider => ResourceStores.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Resources);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Secrets);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Feedback);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Snoozes);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Subscriptions);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().UsedTokens);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    private static void ReadFile(StorageOptions options)
    {
        if (string.IsNullOrEmpty(options.ConnectionStringFile)) return;
        try
        {
            options.ConnectionString = File.ReadAllText(options.ConnectionStringFile).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Storage:ConnectionStringFile cannot be read. {error.Message}", error);
        }
    }
}
