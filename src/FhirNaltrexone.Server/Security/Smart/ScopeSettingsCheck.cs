using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Storage.Access;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Smart;

/// <summary>Stops the start when a scope of the settings would never be granted: whoever wrote it meant something.</summary>
internal sealed class ScopeSettingsCheck(ScopeReader reader, IOptions<SecurityOptions> security, IOptions<LaunchOptions> launch)
{
    /// <summary>Looks at all scopes of the settings.</summary>
    /// <exception cref="OptionsValidationException">Some would never be granted.</exception>
    public void Check()
    {
        string[] failures =
        [
            .. security.Value.Clients.SelectMany((client, n) => Complaints($"Security:Clients:{n}:Scopes", client.Scopes, grant => grant?.Context == GrantContext.System)),
            .. launch.Value.Enabled ? Complaints($"{LaunchOptions.Section}:{nameof(LaunchOptions.Scopes)}", launch.Value.Scopes, grant => grant?.Context != GrantContext.System) : [],
        ];
        if (failures.Length > 0) throw new OptionsValidationException(SecurityOptions.Section, typeof(SecurityOptions), failures);
    }

    private IEnumerable<string> Complaints(string setting, string? scopes, Func<Grant?, bool> mayBe)
    {
        var list = reader.ReadAll(scopes);
        return list.Refused.Concat(list.Scopes.Where(scope => !mayBe(scope.Grant)).Select(scope => scope.Text)).Select(text => $"{setting} holds '{text}', which is never granted there.");
    }
}
