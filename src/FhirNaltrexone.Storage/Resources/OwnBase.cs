namespace FhirNaltrexone.Storage.Resources;

/// <summary>Tells URLs below one of the server's own bases from all others.</summary>
internal static class OwnBase
{
    /// <summary>What stands behind the base, from the slash or question mark on; null when the URL is below none of them.</summary>
    /// <param name="url">A URL, absolute or not.</param>
    /// <param name="bases">Base URLs under which this server is known; a slash at their ends has no meaning, nor has case.</param>
    public static string? Behind(string url, IReadOnlyList<string> bases)
    {
        foreach (var one in bases)
        {
            var root = one.AsSpan().TrimEnd('/');
            if (root.Length > 0 && url.Length > root.Length && url[root.Length] is '/' or '?'
                && url.AsSpan(0, root.Length).Equals(root, StringComparison.OrdinalIgnoreCase))
            {
                return url[root.Length..];
            }
        }

        return null;
    }
}
