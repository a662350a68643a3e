namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>The right to read from one FHIR server during one call.</summary>
/// <param name="Base">Service base address, ending with a slash.</param>
/// <param name="Token">Bearer token; null for a server that is open.</param>
/// <param name="Scope">The scopes of the token, with a space between each two; null when the call does not tell them.</param>
internal sealed record EhrAccess(Uri Base, string? Token, string? Scope = null)
{
    /// <summary>
    /// Whether searches for a type bring no more than queries in the scopes allow: a server leaves out the rest without a word. Where no scope names the
    /// type at all, the server decides and says so.
    /// </summary>
    public bool Narrows(string type) => SearchScopes.AreNarrow(Scope, type);

    /// <summary>The absolute address of a query or link, or null when it is not below the base: the token goes nowhere else.</summary>
    public Uri? Resolve(string address)
        => Uri.TryCreate(Base, address, out var uri)
            && uri.Scheme == Base.Scheme
            && uri.Authority == Base.Authority
            && uri.UserInfo.Length == 0
            && (uri.AbsolutePath + "/").StartsWith(Base.AbsolutePath, StringComparison.Ordinal)
            && !HidesPath(uri.AbsolutePath) ? uri : null;

    /// <summary>Encoded slashes and dots mean to a lax server what plain ones mean to us.</summary>
    private static bool HidesPath(string path)
        => path.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            || path.Contains("%5C", StringComparison.OrdinalIgnoreCase)
            || path.Contains("%2E", StringComparison.OrdinalIgnoreCase);
}
