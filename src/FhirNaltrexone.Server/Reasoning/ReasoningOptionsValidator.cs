using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning;

/// <summary>Checks what annotations cannot say.</summary>
internal sealed class ReasoningOptionsValidator : IValidateOptions<ReasoningOptions>
{
    public ValidateOptionsResult Validate(string? name, ReasoningOptions options)
        => options.TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Reasoning:TimeZone '{options.TimeZone}' is not a time zone this machine knows.");
}
