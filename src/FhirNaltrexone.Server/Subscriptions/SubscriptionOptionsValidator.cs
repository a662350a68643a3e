using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Checks what annotations cannot say.</summary>
internal sealed class SubscriptionOptionsValidator : IValidateOptions<SubscriptionOptions>
{
    private const int HoursOfDay = 24;

    public ValidateOptionsResult Validate(string? name, SubscriptionOptions options)
    {
        var complaints = new List<string>();
        if (options.LeaseSeconds * 1000L <= (options.QuickRetries + 1L) * options.TryMilliseconds)
            complaints.Add("Subscriptions:LeaseSeconds must be longer than all tries of one notification (TryMilliseconds, QuickRetries).");
        if (options.RetentionDays * HoursOfDay <= options.DeadLetterHours)
            complaints.Add("Subscriptions:RetentionDays must be longer than Subscriptions:DeadLetterHours.");
        complaints.AddRange(options.Endpoints.Where(origin => !IsOrigin(origin)).Select(_ => "Subscriptions:Endpoints must be origins such as https://app.example.org."));
        return complaints.Count > 0 ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }

    private static bool IsOrigin(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0;
}
