using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>
/// Levels that no setting can go below. What the framework and its libraries write there are addresses, bodies and parameters, and with them who the
/// patient is. The first entry that fits counts.
/// </summary>
internal sealed class LogFloors : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly (string Category, LogLevel Least)[] Floors =
    [
        // It puts the path of the request around everything else that is logged, as long as it may write anything itself.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore", LogLevel.Warning),
        ("Microsoft.Extensions.Http", LogLevel.Warning),
        ("Npgsql", LogLevel.Warning),
        ("OpenIddict", LogLevel.Warning),
        ("Polly", LogLevel.Error),
        ("System.Net.Http", LogLevel.Warning),
    ];

    /// <inheritdoc/>
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // What no rule of the settings is for goes by the least level, and by no filter: this one stands before all, and gives way to each.
        options.Rules.Insert(0, new(null, null, options.MinLevel, null));
        for (var n = 0; n < options.Rules.Count; n++)
        {
            var rule = options.Rules[n];
            options.Rules[n] = new(
                rule.ProviderName,
                rule.CategoryName,
                rule.LogLevel,
                (provider, category, level) => level >= Least(category) && (rule.Filter?.Invoke(provider, category, level) ?? true));
        }
    }

    private static LogLevel Least(string? category)
    {
        foreach (var (prefix, least) in Floors)
        {
            if (category?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true) return least;
        }

        return LogLevel.Trace;
    }
}
