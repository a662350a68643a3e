using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Web;

/// <summary>An origin that no browser would ever send is a mistake worth stopping for.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var failures = options.Origins
            .Where(origin => !IsOrigin(origin))
            .Select(origin => $"Cors:Origins '{origin}' is not an origin such as https://ehr.example.org.")
            .ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static bool IsOrigin(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri.GetLeftPart(UriPartial.Authority) == text;
}
