using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Registers the clinical content of this build, for every slice that speaks from it.</summary>
internal static class ContentServices
{
    private const string Thresholds = "Thresholds";

    /// <summary>Adds the content set with the thresholds of the site; it is loaded on first use.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration)
        => services.AddSingleton(_ => ContentSet.LoadEmbedded(Overrides(configuration)));

    /// <summary>
    /// Begins to load the content while the start goes on with something else: both take about as long, and neither needs the other. Who asks for it
    /// waits for this loading, and is told what is wrong with it.
    /// </summary>
    public static void LoadContentAhead(this WebApplication app) => _ = Task.Run(app.Services.GetRequiredService<ContentSet>);

    private static Dictionary<string, string> Overrides(IConfiguration configuration)
        => configuration.GetSection(Thresholds).AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value!, StringComparer.Ordinal);
}
