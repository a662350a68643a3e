using FhirNaltrexone.Server.Security.Audit;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Sensitivity;

namespace FhirNaltrexone.Server.Security;

/// <summary>Finds settings that do not exist: a misspelt one must not pass for protection that was never asked for.</summary>
internal static class KnownSettings
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [SensitivityOptions.Section] = typeof(SensitivityOptions),
        [AuditOptions.Section] = typeof(AuditOptions),
        [LimitOptions.Section] = typeof(LimitOptions),
        [LaunchOptions.Section] = typeof(LaunchOptions),
    };

    /// <summary>A sentence for each unknown setting of security, those of clients and issuers left aside.</summary>
    /// <param name="configuration">The configuration.</param>
    public static IEnumerable<string> Complaints(IConfiguration configuration)
    {
        var security = configuration.GetSection(SecurityOptions.Section);
        return Unknown(security, typeof(SecurityOptions)).Where(path => !Sections.ContainsKey(path))
            .Concat(Sections.SelectMany(section => Unknown(configuration.GetSection(section.Key), section.Value)))
            .Select(path => $"{path} is no setting of the service (docs/configuration.md).");
    }

    /// <summary>Paths of the keys below a section that its options do not have.</summary>
    /// <param name="section">The section.</param>
    /// <param name="options">What it is bound to.</param>
    public static IEnumerable<string> Unknown(IConfigurationSection section, Type options) => section.GetChildren()
        .Where(key => options.GetProperties().All(known => !known.Name.Equals(key.Key, StringComparison.OrdinalIgnoreCase)))
        .Select(key => key.Path);
}
