using System.Data.Common;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>
/// Secrets come from the environment or from files of their own. Command lines are read by everybody on the machine and kept by shells, and
/// <c>appsettings.json</c> travels with copies of the program. Looked at with the settings of the database, which every verb that has settings reads.
/// </summary>
internal sealed class SecretSources(IConfiguration configuration) : IValidateOptions<StorageOptions>
{
    private const string ConnectionString = $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";
    private const string OwnFile = "appsettings";

    private static readonly string[] Passwords = ["Password", "PWD", "PSW", "SSL Password"];
    private static readonly string[] SecretKeys = ["Password", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_METRICS_HEADERS"];

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var complaints = (configuration as IConfigurationRoot)?.Providers.SelectMany(Complaints).Distinct(StringComparer.Ordinal).ToList();
        return complaints is { Count: > 0 } ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Complaints(IConfigurationProvider provider)
    {
        if (Place(provider) is not { } place) yield break;
        foreach (var key in Keys(provider, null))
        {
            if (!provider.TryGet(key, out var value) || string.IsNullOrEmpty(value)) continue;
            if (key.Equals(ConnectionString, StringComparison.OrdinalIgnoreCase) && HasPassword(value))
                yield return $"{ConnectionString} with a password must not stand {place}: give it as environment variable, or the name of a file with it as {ConnectionString}File.";
            else if (SecretKeys.Contains(key.Split(ConfigurationPath.KeyDelimiter)[^1], StringComparer.OrdinalIgnoreCase))
                yield return $"{key} must not stand {place}: give it as environment variable.";
        }
    }

    private static string? Place(IConfigurationProvider provider) => provider switch
    {
        CommandLineConfigurationProvider => "on the command line",
        JsonConfigurationProvider { Source.Path: { } path } when Path.GetFileName(path).StartsWith(OwnFile, StringComparison.OrdinalIgnoreCase) => $"in {Path.GetFileName(path)}",
        _ => null,
    };

    private static IEnumerable<string> Keys(IConfigurationProvider provider, string? parent)
        => provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(child => parent is null ? child : ConfigurationPath.Combine(parent, child))
            .SelectMany(path => Keys(provider, path).Prepend(path));

    private static bool HasPassword(string text)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            return Array.Exists(Passwords, parts.ContainsKey);
        }
        catch (ArgumentException)
        {
            // Whoever opens the database tells what is wrong with it; what cannot be read may hold one all the same.
            return Array.Exists(Passwords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }
}
