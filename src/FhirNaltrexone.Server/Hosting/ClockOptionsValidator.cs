using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>A clock that stands still must never reach patients.</summary>
internal sealed class ClockOptionsValidator(IHostEnvironment environment) : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options)
    {
        if (string.IsNullOrEmpty(options.Now))
        {
            return ValidateOptionsResult.Success;
        }

        if (!environment.IsDevelopment())
        {
            return ValidateOptionsResult.Fail("Clock:Now may be set in Development only.");
        }

        return options.Instant is null
            ? ValidateOptionsResult.Fail("Clock:Now must be ISO 8601 with offset, such as 2026-11-22T09:00:00-05:00.")
            : ValidateOptionsResult.Success;
    }
}
