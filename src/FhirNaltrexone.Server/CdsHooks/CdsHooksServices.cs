using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks.Calls;
using FhirNaltrexone.Server.CdsHooks.Discovery;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Feedback;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Registers the slice.</summary>
internal static class CdsHooksServices
{
    private const string Thresholds = "Thresholds";

    /// <summary>Adds everything hook calls and feedback need. Content, settings and database are checked when the host starts.</summary>
    public static IServiceCollection AddCdsHooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CdsHooksOptions>().BindConfiguration(CdsHooksOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EhrOptions>().BindConfiguration(EhrOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CdsHooksOptions>, CdsHooksOptionsValidator>();
        services.AddSingleton<IValidateOptions<EhrOptions>, EhrOptionsValidator>();

        services.AddSingleton(_ => Catalogue(configuration));
        services.AddSingleton<DiscoveryDocument>();
        services.AddSingleton<CdsHooksMetrics>();
        services.AddSingleton<EhrOrigins>();
        services.AddSingleton<EhrAccessReader>();
        services.AddSingleton<EhrClient>();
        services.AddSingleton<ChartReader>();
        services.AddSingleton<HookCalls>();
        services.AddSingleton<FeedbackPosts>();
        services.AddHostedService<CdsHooksStart>();
        services.AddEhrHttp();
        services.AddHealthChecks().AddCheck<CdsHooksHealth>("cds-hooks");
        return services;
    }

    private static ServiceCatalogue Catalogue(IConfiguration configuration)
    {
        var overrides = configuration.GetSection(Thresholds).AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.Ordinal);
        return new ServiceCatalogue([.. ContentSet.LoadEmbedded(overrides).Services.Select(service => new KnowledgeService(service))]);
    }
}
