using FhirNaltrexone.Server.Security.Access;
using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Calls;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Server.Security.Sensitivity;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Security.Smart;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using FhirNaltrexone.Storage.Access;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security;

/// <summary>Registers who may call.</summary>
internal static class SecurityServices
{
    /// <summary>Adds settings, clients and the checks of what they sign.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<SecurityOptions>, DefaultMode>();
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddSingleton<SecurityMetrics>();
        services.AddSingleton<KeySetSources>();
        services.AddSingleton<ClientRegistry>();
        services.AddSingleton<AssertionCheck>();
        services.AddSingleton<StandingCallers>();
        services.AddSingleton(provider => provider.IsEnforced() ? new RegisteredCallers(provider.GetRequiredService<StandingCallers>().Find) : RegisteredCallers.Everybody);
        services.AddSingleton<ServiceNamesCheck>();
        services.AddHostedService<ForgetUsedTokens>();
        services.AddKeySetHttp();
        services.AddEdges();
        return services;
    }

    /// <summary>Whether callers are authenticated.</summary>
    public static bool IsEnforced(this IServiceProvider services)
        => services.GetRequiredService<IOptions<SecurityOptions>>().Value.Mode == SecurityMode.Enforced;

    /// <summary>Says who may call, and lets everybody in where that is what was asked for. Comes first of all.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        // What the host would report with a stack trace is looked at before it starts.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.Services.GetRequiredService<ScopeSettingsCheck>().Check();
        app.Services.GetRequiredService<ServiceNamesCheck>().Check();
        if (!string.IsNullOrEmpty(app.Services.GetRequiredService<IOptions<SensitivityOptions>>().Value.PolicyFile)) _ = app.Services.GetRequiredService<Labeller>();
        app.UseForwardedHeaders();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SecurityServices).FullName!);
        if (app.Services.IsEnforced())
        {
            logger.SecurityIsEnforced(app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.Clients.Count);
            return;
        }

        if (!app.Environment.IsDevelopment()) logger.ServiceIsOpen();
        app.UseOpenAccess();
    }

    /// <summary>Guards what is served; comes after what belongs to errors too.</summary>
    public static void UseGuards(this WebApplication app)
    {
        if (app.Services.IsEnforced())
        {
            app.UseMiddleware<CdsGuard>();
            app.UseMiddleware<FhirGuard>();
            app.UseMiddleware<CallerNeeded>();
        }

        app.UseMiddleware<CallerLimit>();
    }
}
