using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Checks what annotations cannot say.</summary>
internal sealed class CdsHooksOptionsValidator : IValidateOptions<CdsHooksOptions>
{
    public ValidateOptionsResult Validate(string? name, CdsHooksOptions options)
        => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"CdsHooks:TimeZone '{options.TimeZone}' is not a time zone this machine knows.");
}
