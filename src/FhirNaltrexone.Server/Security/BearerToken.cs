namespace FhirNaltrexone.Server.Security;

/// <summary>Where requests carry their token (RFC 6750 §2.1): in the header, and nowhere else.</summary>
internal static class BearerToken
{
    /// <summary>The scheme.</summary>
    public const string Scheme = "Bearer";

    /// <summary>The token of a request; null when it has none, or two.</summary>
    public static string? Read(HttpRequest request)
        => request.Headers.Authorization is [{ Length: > 7 } header]
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && header[Scheme.Length] == ' ' ? header[(Scheme.Length + 1)..].Trim(' ') : null;
}
