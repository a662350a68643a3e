using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server;

/// <summary>Reads the settings of a section, and nothing beside them.</summary>
internal static class KnownKeys
{
    /// <summary>Binds a section. A key that the options do not have stops the start: one that is misspelt must not pass for what was never set.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="options">What is being registered.</param>
    /// <param name="section">Path of the section.</param>
    public static OptionsBuilder<TOptions> BindKnown<TOptions>(this OptionsBuilder<TOptions> options, string section)
        where TOptions : class
        => options.BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true);
}
