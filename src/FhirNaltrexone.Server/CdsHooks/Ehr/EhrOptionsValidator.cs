using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Checks the list of servers: a mistake there must stop the start, not surface as missing data.</summary>
internal sealed class EhrOptionsValidator(IHostEnvironment environment) : IValidateOptions<EhrOptions>
{
    public ValidateOptionsResult Validate(string? name, EhrOptions options)
    {
        var failures = new List<string>();
        for (var i = 0; i < options.Servers.Count; i++)
        {
            if (Complain(options.Servers[i].Origin) is { } complaint)
            {
                failures.Add($"Ehr:Servers:{i}:Origin {complaint}");
            }
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private string? Complain(string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0)
        {
            return "must be an absolute https address without user information.";
        }

        return uri.Scheme == Uri.UriSchemeHttps || environment.IsDevelopment() ? null : "must use https outside Development.";
    }
}
