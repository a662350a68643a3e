using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>A chain whose key cannot be read must not be begun with another one.</summary>
internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    private const int LeastBytes = 32;

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        if (options.KeyFile is not { } file) return ValidateOptionsResult.Success;
        try
        {
            return new FileInfo(file) is { Exists: true, Length: >= LeastBytes }
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Security:Audit:KeyFile must name a file of at least {LeastBytes} bytes.");
        }
        catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ValidateOptionsResult.Fail("Security:Audit:KeyFile cannot be read.");
        }
    }
}
