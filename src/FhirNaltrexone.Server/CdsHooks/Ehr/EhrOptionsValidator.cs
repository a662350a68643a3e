using FhirNaltrexone.Server.Outgoing;
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
            if (AllowedOrigins.Complain(options.Servers[i].Origin, environment.IsDevelopment()) is { } complaint)
            {
                failures.Add($"Ehr:Servers:{i}:Origin {complaint}");
            }
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
