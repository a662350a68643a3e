using FhirNaltrexone.Server.Security.Smart.Scopes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>What the app asks for, and what of it it may have.</summary>
internal sealed class LaunchScopes(ScopeReader reader, IOptions<LaunchOptions> options)
{
    /// <summary>Reads what is asked for.</summary>
    public ScopeList Read(string? text) => reader.ReadAll(text);

    /// <summary>What of it is within the registration.</summary>
    public ScopeList Grant(ScopeList asked) => asked.Within(reader.ReadAll(options.Value.Scopes));
}
