using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Calls;

/// <summary>Stops the start when a client is registered for a CDS service that does not exist.</summary>
internal sealed class ServiceNamesCheck(IOptions<SecurityOptions> security, HookServices services)
{
    private const string All = "*";

    /// <summary>Looks at the services of all clients.</summary>
    /// <exception cref="OptionsValidationException">Some do not exist.</exception>
    public void Check()
    {
        var named = security.Value.Clients.SelectMany((client, n) => client.Services.Where(id => id != All).Select(id => (n, id))).ToList();
        if (named.Count == 0) return;
        var known = services.Ids();
        string[] failures =
        [
            .. named.Where(one => !known.Contains(one.id))
                .Select(one => $"Security:Clients:{one.n}:Services holds '{one.id}', which is no CDS service; there are {string.Join(", ", known)}, and * for all."),
        ];
        if (failures.Length > 0) throw new OptionsValidationException(SecurityOptions.Section, typeof(SecurityOptions), failures);
    }
}
