using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>Registers what a site can do against too many cards.</summary>
internal static class BurdenServices
{
    /// <summary>Adds the policies that are configured, in the order they are applied.</summary>
    public static void AddBurden(this IServiceCollection services)
    {
        services.AddOptions<CardOptions>().BindKnown(CardOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CardOptions>, CardOptionsValidator>();
        services.AddSingleton<Snoozes>();
        services.AddSingleton<CardSettingsRecord>();
        services.AddSingleton(provider => new CardPolicies([.. Configured(provider)]));
        services.AddHostedService<ForgetExpired>();
        services.AddHostedService<DefaultsRecord>();
    }

    private static IEnumerable<ICardPolicy> Configured(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<CardOptions>>().Value;
        var metrics = provider.GetRequiredService<CdsHooksMetrics>();
        var snoozes = provider.GetRequiredService<Snoozes>();
        if (options.Off.Count > 0) yield return new RulesOff(options, metrics);
        if (options.MinimumIndicator > Knowledge.Indicator.Info) yield return new LeastUrgent(options, metrics);
        if (snoozes.AreConfigured) yield return new SnoozedRules(options, snoozes, metrics);
        if (options.Maximum > 0) yield return new MostCards(options, metrics);
    }
}
