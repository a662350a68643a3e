using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks.Burden;
using FhirNaltrexone.Server.CdsHooks.Calls;
using FhirNaltrexone.Server.CdsHooks.Discovery;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.CdsHooks.Feedback;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Registers the slice.</summary>
internal static class CdsHooksServices
{
    /// <summary>Adds everything hook calls and feedback need. Content, settings and database are checked when the host starts.</summary>
    public static IServiceCollection AddCdsHooks(this IServiceCollection services)
    {
        services.AddOptions<CdsHooksOptions>().BindKnown(CdsHooksOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EhrOptions>().BindKnown(EhrOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CdsHooksOptions>, CdsHooksOptionsValidator>();
        services.AddSingleton<IValidateOptions<EhrOptions>, EhrOptionsValidator>();
        services.AddSingleton(provider => new SiteZone(TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<CdsHooksOptions>>().Value.TimeZone)));

        services.AddBurden();
        services.AddSingleton(provider => new ServiceCatalogue(provider.GetRequiredService<ContentSet>().Services));
        services.AddSingleton(provider => new HookServices(() => [.. provider.GetRequiredService<ServiceCatalogue>().Services.Select(service => service.Id)]));
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
}
