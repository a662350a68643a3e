using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>Reads where a rest-hook leads. What its name resolves to is tested when it is called.</summary>
/// <param name="options">What is allowed.</param>
internal sealed class EndpointReader(SubscriptionOptions options)
{
    private const string Path = "Subscription.channel.endpoint";

    /// <summary>Reads an endpoint; null, with an issue, when it cannot be used.</summary>
    public Uri? Read(string? text, List<Issue> issues)
    {
        if (Complain(text, out var endpoint) is not { } complaint) return endpoint;
        issues.Add(complaint);
        return null;
    }

    private Issue? Complain(string? text, out Uri? endpoint)
    {
        endpoint = null;
        if (text is null) return new(IssueCodes.Required, "A rest-hook needs an endpoint.", Path);
        if (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("https" or "http") || endpoint.UserInfo.Length > 0 || endpoint.Fragment.Length > 0)
            return new(IssueCodes.Value, "The endpoint must be an absolute https address without user information and fragment.", Path);
        if (endpoint.Scheme == Uri.UriSchemeHttp && !options.IsHttpAllowed)
            return new(IssueCodes.Security, "The endpoint must use https.", Path);
        var origin = endpoint.GetLeftPart(UriPartial.Authority);
        return options.Endpoints.Count > 0 && !options.Endpoints.Any(allowed => string.Equals(allowed.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase))
            ? new(IssueCodes.Security, "The endpoint is not one of those this server is allowed to call.", Path)
            : null;
    }
}
