using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology;

/// <summary>Checks the address of the terminology server: a mistake there must stop the start.</summary>
internal sealed class TerminologyOptionsValidator(IHostEnvironment environment) : IValidateOptions<TerminologyOptions>
{
    public ValidateOptionsResult Validate(string? name, TerminologyOptions options)
        => options.Server.Length > 0 && AllowedOrigins.Complain(options.Server, environment.IsDevelopment()) is { } complaint
            ? ValidateOptionsResult.Fail($"Terminology:Server {complaint}")
            : ValidateOptionsResult.Success;
}
