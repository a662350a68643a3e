namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>The form of a request to the token endpoint (RFC 6749 §3.2).</summary>
internal static class TokenForm
{
    /// <summary>The grant type of clients that act for themselves.</summary>
    public const string ClientCredentials = "client_credentials";

    /// <summary>Largest form in bytes: two tokens of the largest kind and all else fit.</summary>
    public const int MaxBytes = 32 * 1024;

    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>Reads the form. Empty values count as missing.</summary>
    /// <returns>Null when it is none, or names a member twice.</returns>
    public static async ValueTask<IReadOnlyDictionary<string, string>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase) != true) return null;
        try
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            return form.All(member => member.Value.Count == 1)
                ? form.Where(member => member.Value[0] is { Length: > 0 }).ToDictionary(member => member.Key, member => member.Value[0]!, StringComparer.Ordinal)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
