using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>A server that grants tokens to whoever asks must never meet patients.</summary>
internal sealed class LaunchOptionsValidator(IHostEnvironment environment) : IValidateOptions<LaunchOptions>
{
    public ValidateOptionsResult Validate(string? name, LaunchOptions options)
    {
        if (!options.Enabled) return ValidateOptionsResult.Success;
        if (!environment.IsDevelopment()) return ValidateOptionsResult.Fail("Security:Launch:Enabled may be true in Development only: nobody signs in there.");
        List<string> failures = [];
        if (options.AppId.Length == 0) failures.Add("Security:Launch:AppId must not be empty.");
        if (!IsAddress(options.LaunchUri)) failures.Add("Security:Launch:LaunchUri must be an absolute http or https address without fragment.");
        if (!IsAddress(options.RedirectUri)) failures.Add("Security:Launch:RedirectUri must be an absolute http or https address without fragment.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static bool IsAddress(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Fragment.Length == 0;
}
