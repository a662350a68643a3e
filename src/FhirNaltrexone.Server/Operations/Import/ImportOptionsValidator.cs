using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Checks the list of servers: a mistake there must stop the start.</summary>
internal sealed class ImportOptionsValidator(IHostEnvironment environment) : IValidateOptions<ImportOptions>
{
    public ValidateOptionsResult Validate(string? name, ImportOptions options)
    {
        var failures = new List<string>();
        for (var i = 0; i < options.Origins.Count; i++)
        {
            if (AllowedOrigins.Complain(options.Origins[i].Origin, environment.IsDevelopment()) is { } complaint)
                failures.Add($"Import:Origins:{i}:Origin {complaint}");
        }

        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
